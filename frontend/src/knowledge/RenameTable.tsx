import { Fragment } from "react";
import { Link } from "react-router";
import { renameAddress, successorAddress, type Rename } from "./things";
import "./rename-table.css";

interface RenameTableProps {
  label: string;
  renames: readonly Rename[];
}

/**
 * Old name, new names, since when and why; commits where they are known. On a narrow screen each entry is a block, so the
 * roles are said: they would be lost with the look of a table.
 */
export function RenameTable({ label, renames }: RenameTableProps) {
  return (
    <div className="scrolls" role="region" aria-label={label} tabIndex={0}>
      <table className="table rename-table" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Was
            </th>
            <th scope="col" role="columnheader">
              Is
            </th>
            <th scope="col" role="columnheader">
              Since
            </th>
            <th scope="col" role="columnheader">
              Why
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {renames.map((rename) => (
            <tr role="row" key={`${rename.from} ${rename.to.join(" ")} ${rename.since}`}>
              <th scope="row" role="rowheader">
                <Link className="mono" to={renameAddress(rename)}>
                  {rename.from}
                </Link>
              </th>
              <td role="cell">
                <Successors rename={rename} />
              </td>
              <td role="cell">
                <Since rename={rename} />
              </td>
              <td role="cell">{rename.what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Successors({ rename }: { rename: Rename }) {
  if (rename.to.length === 0) return <span className="muted">gone</span>;
  return (
    <>
      {rename.to.map((to, at) => {
        const where = successorAddress(rename, to);
        return (
          <Fragment key={to}>
            {at > 0 && ", "}
            {where === undefined ? (
              <span className="mono">{to}</span>
            ) : (
              <Link className="mono" to={where}>
                {to}
              </Link>
            )}
          </Fragment>
        );
      })}
      {!rename.sameValue && <div className="small muted">≠ its value means something else</div>}
    </>
  );
}

function Since({ rename }: { rename: Rename }) {
  return (
    <>
      {rename.exact ? rename.since : `by ${rename.since}`}
      {rename.commit !== "" && (
        <>
          {" "}
          <a className="mono small" href={`https://git.kernel.org/linus/${rename.commit}`} rel="noreferrer">
            {rename.commit}
          </a>
        </>
      )}
      {rename.backports !== "" && <div className="small muted">also in {rename.backports}</div>}
    </>
  );
}
