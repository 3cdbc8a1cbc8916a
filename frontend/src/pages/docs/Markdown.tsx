import { lexer, type Token, type Tokens } from "marked";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Code } from "@/ui/Code";
import { target } from "./links";

/** Markdown as elements: nothing of it becomes HTML that is not made here, and HTML inside it is left out. */
export function Markdown({ text }: { text: string }) {
  return <>{blocks(lexer(text))}</>;
}

/** The first heading and what comes after it. */
export function withoutTitle(text: string): { title: string; rest: string } {
  const [, title = "", rest = text] = /^# (.+)\n([\s\S]*)$/.exec(text.trimStart()) ?? [];
  return { title, rest };
}

function blocks(tokens: readonly Token[]): ReactNode[] {
  return tokens.map((token, at) => <Block key={at} token={token as Tokens.Generic as MarkedToken} />);
}

type MarkedToken =
  | Tokens.Heading
  | Tokens.Paragraph
  | Tokens.Text
  | Tokens.Code
  | Tokens.List
  | Tokens.Table
  | Tokens.Blockquote
  | Tokens.Codespan
  | Tokens.Strong
  | Tokens.Em
  | Tokens.Link
  | Tokens.Escape
  | Tokens.Br
  | Tokens.Hr
  | Tokens.HTML
  | Tokens.Space;

function Block({ token }: { token: MarkedToken }): ReactNode {
  switch (token.type) {
    case "heading":
      return token.depth <= 2 ? <h2>{blocks(token.tokens)}</h2> : <h3>{blocks(token.tokens)}</h3>;
    case "paragraph":
      return <p>{blocks(token.tokens)}</p>;
    case "text":
      return token.tokens === undefined ? plain(token.text) : blocks(token.tokens);
    case "code":
      return <Code text={token.text} label={`Example: ${token.text.slice(0, 60)}`} copy="Copy" />;
    case "list":
      return <Items list={token} />;
    case "table":
      return <Table table={token} />;
    case "blockquote":
      return <blockquote>{blocks(token.tokens)}</blockquote>;
    case "codespan":
      return <code>{plain(token.text)}</code>;
    case "strong":
      return <strong>{blocks(token.tokens)}</strong>;
    case "em":
      return <em>{blocks(token.tokens)}</em>;
    case "link":
      return <Where link={token} />;
    case "escape":
      return token.text;
    case "br":
      return <br />;
    case "hr":
      return <hr />;
    default:
      return null;
  }
}

// The text of a token is as it was written; entities stand in documents only where Markdown needs them.
function plain(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

function Items({ list }: { list: Tokens.List }) {
  const items = list.items.map((item, at) => <li key={at}>{blocks(item.tokens)}</li>);
  return list.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function Where({ link }: { link: Tokens.Link }) {
  const where = target(link.href);
  const words = blocks(link.tokens);
  if (where === null) return words;
  return "to" in where ? (
    <Link to={where.to}>{words}</Link>
  ) : (
    <a href={where.href} rel="noreferrer">
      {words}
    </a>
  );
}

function Table({ table }: { table: Tokens.Table }) {
  return (
    <div className="scrolls" role="region" aria-label="Table" tabIndex={0}>
      <table className="table docs-table">
        <thead>
          <tr>
            {table.header.map((cell, at) => (
              <th key={at} scope="col">
                {blocks(cell.tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>{blocks(cell.tokens)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
