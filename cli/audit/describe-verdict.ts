import type { LogVerdict } from '../../subgraphs/_kit/audit/verify-log.js';

const SHOWN = 20;
const counted = (count: number) => count.toLocaleString('en');
const plural = (count: number, one: string, more: string) => `${counted(count)} ${count === 1 ? one : more}`;

/** What the check of one agency's log found, in words. */
export function describeVerdict(agency: string, verdict: LogVerdict, keyIds: ReadonlySet<string>): string[] {
  const { entries, chains, findings, furtherFindings } = verdict;
  const signed = keyIds.size > 0 ? `, signed by key ${[...keyIds].join(', ')}` : ', nothing of it signed yet';
  const summary = `${agency}: ${plural(entries, 'entry', 'entries')} in ${plural(chains, 'chain', 'chains')}${signed}`;
  if (findings.length === 0) return [`${summary}. Nothing is missing and nothing was changed.`];
  const all = findings.length + furtherFindings;
  const hidden = all - Math.min(findings.length, SHOWN);
  return [
    `${summary}. NOT INTACT: ${plural(all, 'finding', 'findings')}.`,
    ...findings.slice(0, SHOWN).map(({ writer, kind, words }) => `  ${kind} chain ${writer}: ${words}.`),
    ...(hidden > 0 ? [`  and ${counted(hidden)} more.`] : []),
  ];
}
