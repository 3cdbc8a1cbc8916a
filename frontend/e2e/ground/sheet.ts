/** A page with all pictures: a row for each page of the dashboard, a column for each folder. */
export function sheet(folders: readonly string[], names: readonly string[]): string {
  const picture = (folder: string, name: string) =>
    `<td><a href="${folder}/${name}.png"><img loading="lazy" src="${folder}/${name}.png" alt=""></a></td>`;
  const rows = names.map(
    (name) => `<tr><th>${name}</th>${folders.map((folder) => picture(folder, name)).join("")}</tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Relogrid: every page</title>
<style>
  body { font: 13px system-ui; margin: 1rem; background: #888; }
  th { text-align: left; vertical-align: top; position: sticky; left: 0; top: 0; background: #888; padding: 4px; }
  td { vertical-align: top; padding: 4px; }
  img { width: 300px; }
</style>
<table>
<tr><th></th>${folders.map((folder) => `<th>${folder}</th>`).join("")}</tr>
${rows.join("\n")}
</table>
`;
}
