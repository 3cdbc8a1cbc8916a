/** An event of a stream, as the HTML standard has server-sent events. */
export interface ServerEvent {
  /** As it was last said; empty before. */
  id: string;
  event: string;
  data: string;
}

/** Takes the text of a stream as it comes, in pieces that may end anywhere. */
export class EventParser {
  private rest = "";
  private data: string[] = [];
  private event = "";
  private id = "";

  push(piece: string): ServerEvent[] {
    const text = this.rest + piece;
    // A carriage return at the end may be half of a line's end.
    const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|\n|\r/);
    this.rest = (lines.pop() ?? "") + text.slice(whole.length);
    return lines.flatMap((line) => this.line(line) ?? []);
  }

  private line(line: string): ServerEvent | null {
    if (line === "") return this.finished();
    const colon = line.indexOf(":");
    if (colon === 0) return null; // a comment: somebody is still there
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "data") this.data.push(value);
    else if (name === "event") this.event = value;
    else if (name === "id" && !value.includes("\0")) this.id = value;
    return null;
  }

  private finished(): ServerEvent | null {
    const { data, event, id } = this;
    this.data = [];
    this.event = "";
    return data.length === 0 ? null : { id, event: event === "" ? "message" : event, data: data.join("\n") };
  }
}
