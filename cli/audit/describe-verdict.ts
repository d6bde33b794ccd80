import type { LogVerdict } from '../../subgraphs/_kit/audit/verify-log.js';

const SHOWN = 20;
const counted = (count: number) => count.toLocaleString('en');

/** What the check of one agency's log found, in words. */
export function describeVerdict(agency: string, verdict: LogVerdict, keyIds: ReadonlySet<string>): string[] {
  const { entries, chains, findings, furtherFindings } = verdict;
  const signed = keyIds.size > 0 ? `, signed by key ${[...keyIds].join(', ')}` : ', nothing of it signed yet';
  const summary = `${agency}: ${counted(entries)} entries in ${counted(chains)} chains${signed}`;
  if (findings.length === 0) return [`${summary}. Nothing is missing and nothing was changed.`];
  const all = findings.length + furtherFindings;
  const hidden = all - Math.min(findings.length, SHOWN);
  return [
    `${summary}. NOT INTACT: ${counted(all)} findings.`,
    ...findings.slice(0, SHOWN).map(({ writer, kind, words }) => `  ${kind} chain ${writer}: ${words}.`),
    ...(hidden > 0 ? [`  and ${counted(hidden)} more.`] : []),
  ];
}
