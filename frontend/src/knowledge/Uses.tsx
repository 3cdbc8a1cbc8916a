import { Link } from "react-router";
import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { address, objectAddress, shortSha } from "@/app/routes";
import { Asked } from "@/ui/Asked";
import { Empty } from "@/ui/Empty";
import { More, rest } from "./More";
import "./uses.css";

type Using = Schema<"Using">;

/** Which stored objects, programs and lines use it. `of` is in the history's way of writing: `struct inode i_ctime`. */
export function Uses({ of }: { of: string }) {
  const uses = api.useInfiniteQuery("get", "/api/v1/uses", { params: { query: { of, limit: 20 } } }, rest);
  return (
    <Asked query={uses} what="the objects that use it">
      {({ pages }) => {
        const objects = pages.flatMap((page) => page.objects);
        if (objects.length === 0) {
          return (
            <Empty says={`No stored object uses ${of}.`}>
              <Link to="/">Upload an object</Link>
            </Empty>
          );
        }
        return (
          <div className="stack">
            {objects.map((object) => (
              <UsingObject key={object.sha256} object={object} />
            ))}
            <More query={uses} noun="objects" />
          </div>
        );
      }}
    </Asked>
  );
}

const AT_FIRST = 6;

function UsingObject({ object }: { object: Using }) {
  const uses = object.uses.map((use) => <UseRow key={`${use.relocation} ${use.insn}`} use={use} sha={object.sha256} />);
  return (
    <section className="uses">
      <h3>
        <Link to={objectAddress(object.sha256)}>{object.name}</Link>
      </h3>
      <ul>{uses.slice(0, AT_FIRST)}</ul>
      {uses.length > AT_FIRST && (
        <details>
          <summary>{uses.length - AT_FIRST} more places</summary>
          <ul>{uses.slice(AT_FIRST)}</ul>
        </details>
      )}
    </section>
  );
}

function UseRow({ use, sha }: { use: Using["uses"][number]; sha: string }) {
  const program = use.program as { name: string; section: string } | null | undefined;
  const place = use.file == null ? `instruction ${use.insn}` : `${use.file}:${use.line}`;
  return (
    <li>
      <Link to={address("/objects/:sha/relocations/:number", { sha: shortSha(sha), number: use.relocation })}>
        {program?.name ?? "relocation"} #{use.relocation}
      </Link>
      <span className="muted small">{use.how}</span>
      <span className="mono">{place}</span>
      {use.text != null && use.text !== "" && <code className="uses-line">{use.text}</code>}
    </li>
  );
}
