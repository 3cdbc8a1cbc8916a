import { Link, useNavigate, useSearchParams } from "react-router";
import { api } from "@/api/client";
import { address } from "@/app/routes";
import { typeAddress } from "@/knowledge/things";
import { WordForm } from "@/knowledge/WordForm";
import { Asked } from "@/ui/Asked";
import { ButtonLink } from "@/ui/Button";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";
import { TextForms } from "@/ui/TextForms";
import "./types.css";

const OFTEN = [
  "struct task_struct",
  "struct inode",
  "struct file",
  "struct sock",
  "struct sk_buff",
  "struct mm_struct",
  "struct super_block",
  "enum bpf_map_type",
] as const;

const STEP = 60;

/** Types by a part of their name. */
export function Component() {
  const [search] = useSearchParams();
  const go = useNavigate();
  const wanted = search.get("q") ?? "";
  return (
    <Page title="Types" actions={<TextForms />}>
      <WordForm
        label="Find a struct, union, enum or typedef"
        value={wanted}
        placeholder="inode, struct task, enum bpf_map"
        button="Find"
        onWord={(q) => void go(address("/types", undefined, { q }))}
      />
      {wanted === "" ? (
        <>
          <h2>Asked for often</h2>
          <TypeLinks names={OFTEN} />
        </>
      ) : (
        <Found wanted={wanted} limit={Number(search.get("limit")) || STEP} />
      )}
    </Page>
  );
}

function Found({ wanted, limit }: { wanted: string; limit: number }) {
  const types = api.useQuery("get", "/api/v1/types", { params: { query: { q: wanted, limit } } });
  return (
    <Asked query={types} what="types of that name">
      {(answer) =>
        answer.types.length === 0 ? (
          <Empty says={`No archived kernel has a type with “${wanted}” in its name.`}>
            <Link to="/types">Types that are asked for often</Link>
          </Empty>
        ) : (
          <>
            <p className="muted" role="status">
              {answer.types.length === answer.count
                ? `${answer.count} ${answer.count === 1 ? "type" : "types"}`
                : `${answer.types.length} of ${answer.count} types, the nearest first`}
            </p>
            <TypeLinks names={answer.types.map(({ type }) => type)} />
            {answer.types.length < answer.count && limit < 500 && (
              <div>
                <ButtonLink
                  to={address("/types", undefined, { q: wanted, limit: Math.min(500, limit * 3) })}
                  preventScrollReset
                >
                  Show more types
                </ButtonLink>
              </div>
            )}
          </>
        )
      }
    </Asked>
  );
}

function TypeLinks({ names }: { names: readonly string[] }) {
  return (
    <ul className="types-list">
      {names.map((name) => (
        <li key={name}>
          <Link className="mono" to={typeAddress(name)}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
