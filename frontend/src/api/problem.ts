/** What the service says when it cannot do what was asked (RFC 9457), with its own members. */
export interface ProblemBody {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
  /** Tells kinds apart and never changes. */
  code?: string;
  section?: string;
  offset?: string | number;
  expected?: string;
  found?: string;
  errors?: { field?: string; message?: string }[];
}

/** A refusal of the service, or none at all: then `status` is 0. */
export class ProblemError extends Error {
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody) {
    super(problem.detail ?? problem.title);
    this.name = "ProblemError";
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** The problem an answer holds; one made from its status where the body is something else, such as a proxy's page. */
export async function problemOf(response: Response): Promise<ProblemError> {
  try {
    const body = (await response.clone().json()) as Partial<ProblemBody>;
    if (typeof body.title === "string") {
      return new ProblemError({ ...body, title: body.title, status: body.status ?? response.status });
    }
  } catch {
    // Not JSON: said below.
  }
  return new ProblemError({ title: `The service answered ${response.status}`, status: response.status });
}

/** Nobody answered. */
export function unreachable(): ProblemError {
  return new ProblemError({
    title: "The service cannot be reached",
    status: 0,
    code: "unreachable",
    detail: "No answer from the service. It may be stopped, or this machine may be offline.",
  });
}

export function problemFrom(error: unknown): ProblemBody {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof Error) return { title: "This page failed", status: 0, detail: error.message };
  return { title: "This page failed", status: 0 };
}
