/** `set.full_path` and `1`, of "full_path is 0 as compiled, and so …; with full_path set to 1 it is". */
export function presetOf(why: readonly string[]): { name: string; value: string } | undefined {
  for (const line of why) {
    const [, name, value] = /\bwith ([A-Za-z_]\w*) set to (-?\w+)/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) return { name: `set.${name}`, value };
  }
  return undefined;
}
