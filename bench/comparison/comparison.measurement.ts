import { acquireEmbeddedPostgres } from '../../postgres/embedded-server.js';
import { withConnection } from '../../postgres/database-connection.js';
import { agencyNames } from '../../subgraphs/index.js';
import { copyIntoOneDatabase } from '../central/copy-databases.js';
import type { Findings, Measurement } from '../measurement.js';
import { createHubFolder, runCommand, type HubFolder } from '../processes/hub-command.js';
import { round } from '../report/table.js';
import { exponentOf } from './exponent.js';
import { joinRegisters, type JoinedRegisters } from './full-join.js';
import { serveAgencies, type ServedAgencies } from './served-agencies.js';

/** Minutes on two cores; `--sizes 10000,100000,1000000` for the whole of it. */
const SIZES = [2000, 10_000];
const COMPARED = /^Compared as of \S+ in (?<seconds>[\d.]+) s: (?<children>\d+) children/;
const DIGEST = /^Digest (?<digest>[\da-f]{64})$/;

interface ComparedOnce {
  readonly seconds: number;
  readonly children: number;
  readonly digest: string;
  readonly workersCpuSeconds: number;
  readonly workersPeakMiB: number;
}

interface ComparedSize {
  readonly size: number;
  /** The first one: no register stands yet. */
  readonly first: ComparedOnce;
  /** Again, over the same registers. */
  readonly again: ComparedOnce;
  readonly twoWorkers: ComparedOnce;
  readonly join: JoinedRegisters;
}

export const comparison: Measurement = {
  name: 'comparison',
  title: 'hub compare over the registers of seven agencies, and one SQL FULL JOIN over a copy of them',
  async measure(say, sizes = SIZES): Promise<Findings> {
    const measured: ComparedSize[] = [];
    for (const size of sizes) {
      measured.push(await measureSize(size));
      say(`${size} children: ${measured.at(-1)?.first.seconds} s, again ${measured.at(-1)?.again.seconds} s`);
    }
    const exponent = exponentOf(
      measured.map(({ first, again }) => ({ size: first.children, cost: again.seconds })),
    );
    return {
      tables: [
        {
          title: `comparison${exponent === undefined ? '' : `, time grows with the power ${round(exponent)}`}`,
          columns: [
            'children',
            's first',
            's again',
            's 2 workers',
            'CPU 2 : 1',
            'worker MiB',
            's join',
            'to join',
          ],
          rows: measured.map(({ first, again, twoWorkers, join }) => [
            String(first.children),
            ...[first.seconds, again.seconds, twoWorkers.seconds],
            round(twoWorkers.workersCpuSeconds / again.workersCpuSeconds),
            ...[again.workersPeakMiB, round(join.seconds), round(again.seconds / join.seconds)],
          ]),
        },
      ],
      figures: { exponent: exponent === undefined ? null : round(exponent), measured },
    };
  },
};

async function measureSize(size: number): Promise<ComparedSize> {
  const folder = await createHubFolder(size);
  const server = await acquireEmbeddedPostgres({ dataDir: folder.dataDir, log: () => undefined });
  let agencies: ServedAgencies | undefined;
  try {
    await runCommand([process.execPath, 'cli/launch.js', 'generate'], folder.settings).ended;
    agencies = await serveAgencies(folder);
    const first = await compareOnce(folder, agencies);
    // The first run has settled cases by what it found, and cases are among the registers of the next one.
    const again = await compareOnce(folder, agencies);
    await agencies.addWorker();
    const twoWorkers = await compareOnce(folder, agencies);
    if (again.digest !== twoWorkers.digest)
      throw new Error('The same registers have given different results.');
    const central = await copyIntoOneDatabase(server, agencyNames);
    const join = await withConnection(central, joinRegisters);
    return { size, first, again, twoWorkers, join };
  } finally {
    await agencies?.stop();
    await server.release();
    folder.remove();
  }
}

async function compareOnce({ settings }: HubFolder, agencies: ServedAgencies): Promise<ComparedOnce> {
  const before = agencies.workersCpuMs();
  const command = runCommand([process.execPath, 'cli/launch.js', 'compare'], settings);
  const [compared, digested] = await Promise.all([command.printed(COMPARED), command.printed(DIGEST)]);
  await command.ended;
  const { seconds, children } = COMPARED.exec(compared.line)?.groups ?? {};
  return {
    seconds: Number(seconds),
    children: Number(children),
    digest: DIGEST.exec(digested.line)?.groups?.['digest'] ?? '',
    workersCpuSeconds: round((agencies.workersCpuMs() - before) / 1000),
    workersPeakMiB: round(agencies.workersPeakMiB()),
  };
}
