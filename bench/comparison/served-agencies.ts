import { runCommand, type HubFolder, type RunningCommand } from '../processes/hub-command.js';
import { cpuMs, familyOf, peakMiB } from '../processes/usage.js';
import { agencyNames } from '../../subgraphs/index.js';

const COORDINATION = 'coordination';
const LAUNCHER = [process.execPath, 'cli/launch.js'];
const READY = /"(agency|worker) is ready"/;

/** The agencies of a hub, with coordination, which works through comparison runs, in a process of its own. */
export interface ServedAgencies {
  /** Starts `hub worker coordination` beside it. */
  addWorker(): Promise<void>;
  /** Milliseconds of CPU that the processes which compare have used so far. */
  workersCpuMs(): number;
  /** The most memory that one of them has had. */
  workersPeakMiB(): number;
  stop(): Promise<void>;
}

export async function serveAgencies({ settings }: HubFolder): Promise<ServedAgencies> {
  const start = async (...parameters: string[]) => {
    const command = runCommand([...LAUNCHER, ...parameters], settings);
    await command.printed(READY);
    return command;
  };
  const sources = await start('serve', ...agencyNames.filter((name) => name !== COORDINATION));
  const workers: RunningCommand[] = [await start('serve', COORDINATION)];
  // The last of the agencies is ready when coordination, which asks all of them, is asked for a run.
  await sources.printed(/"agency":"poverty".*"agency is ready"/);
  const pids = () => workers.flatMap(({ pid }) => familyOf(pid));
  return {
    async addWorker() {
      workers.push(await start('worker', COORDINATION));
    },
    workersCpuMs: () => cpuMs(pids()),
    workersPeakMiB: () => Math.max(...pids().map(peakMiB)),
    async stop() {
      for (const command of [...workers, sources]) await command.interrupt();
    },
  };
}
