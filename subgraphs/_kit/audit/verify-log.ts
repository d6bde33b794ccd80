import {
  ChainCheck,
  type ChainRow,
  type Finding,
  type KeptHead,
  type VerifyOptions,
} from './verify-chain.js';

/** What was signed of an agency's chains. */
export interface KeptHeads {
  /** Writers of which anything was signed. */
  readonly writers: Iterable<string>;
  of(writer: string): Promise<readonly KeptHead[]>;
}

export interface LogVerdict {
  readonly entries: number;
  readonly chains: number;
  readonly findings: readonly Finding[];
  /** Beyond those listed. */
  readonly furtherFindings: number;
}

export interface VerifyLogOptions extends VerifyOptions {
  readonly heads: KeptHeads;
  readonly onProgress?: (entries: number) => void;
}

/** A log that was thrown away altogether would otherwise fill the memory with words. */
const MAX_FINDINGS = 1000;

/**
 * Checks a whole log, chain by chain; one chain's heads are in memory at a time, and one batch of rows.
 * @param batches rows of one writer stand together, by `seq`
 */
export async function verifyLog(
  batches: AsyncIterable<readonly ChainRow[]>,
  { heads, onProgress, ...options }: VerifyLogOptions,
): Promise<LogVerdict> {
  const findings: Finding[] = [];
  let found = 0;
  const report = (finding: Finding) => {
    found += 1;
    if (findings.length < MAX_FINDINGS) findings.push(finding);
  };
  const checked = new Set<string>();
  const begin = async (writer: string) => new ChainCheck(writer, await heads.of(writer), options, report);

  let chain: { readonly writer: string; readonly check: ChainCheck } | undefined;
  let entries = 0;
  for await (const rows of batches) {
    for (const row of rows) {
      if (row.writer !== chain?.writer) {
        chain?.check.finish();
        const { writer } = row;
        if (checked.has(writer))
          report({ writer, seq: row.seq, kind: 'OUT_OF_ORDER', words: 'the chain stands in two places' });
        checked.add(writer);
        chain = { writer, check: await begin(writer) };
      }
      chain.check.check(row);
    }
    entries += rows.length;
    onProgress?.(entries);
  }
  chain?.check.finish();
  const gone = [...heads.writers].filter((writer) => !checked.has(writer));
  for (const writer of gone) (await begin(writer)).finish();
  return { entries, chains: checked.size, findings, furtherFindings: found - findings.length };
}
