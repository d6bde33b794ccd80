import { agencyRows, hubRows, type SettingRow } from './setting-rows.js';

function describe(row: SettingRow & { readonly default?: string }): string {
  const lines = [`# ${row.description}`, `# It ${row.rule}.`];
  if (row.file) lines.push(`# ${row.name}_FILE names a file that holds it instead.`);
  lines.push(row.default === undefined ? `# ${row.name}=${row.example}` : `# ${row.name}=${row.default}`);
  return lines.join('\n');
}

/** @returns the text of `.env.example`: every setting, commented out, with its default or, without one, an example. */
export function describeSettings(agencyNames: readonly string[]): string {
  const rows: SettingRow[] = [
    ...Object.values(hubRows),
    ...agencyNames.flatMap((name, index) => Object.values<SettingRow>(agencyRows(name, index))),
  ];
  return `${rows.map(describe).join('\n\n')}\n`;
}
