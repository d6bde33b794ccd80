import { setTimeout as wait } from 'node:timers/promises';
import type { Findings, Measurement } from './measurement.js';
import { createHubFolder, runCommand, type HubFolder } from './processes/hub-command.js';
import { hubProcesses } from './processes/hub-processes.js';
import { proportionalMiB, residentMiB } from './processes/usage.js';
import { round } from './report/table.js';

const CHILDREN = 2000;
const IDLE_SECONDS = 10;

interface StartFigures {
  readonly secondsToPicture: number;
  readonly hubMiB: number;
  /** Shared memory divided among the backends; the sum of their resident sizes would count it many times. */
  readonly postgresMiB: number;
  readonly togetherMiB: number;
}

export const start: Measurement = {
  name: 'start',
  title: `npm start until the first picture is on the screen, ${CHILDREN} children`,
  async measure(say): Promise<Findings> {
    const folder = await createHubFolder(CHILDREN);
    try {
      const empty = await startOnce(folder);
      say(`empty data folder: ${empty.secondsToPicture} s`);
      const filled = await startOnce(folder);
      return {
        tables: [
          {
            title: `npm start, memory ${IDLE_SECONDS} s after`,
            columns: ['data folder', 's to picture', 'hub MiB', 'PostgreSQL MiB', 'together MiB'],
            rows: [
              ['empty', ...Object.values(empty)],
              ['filled', ...Object.values(filled)],
            ],
          },
        ],
        figures: { children: CHILDREN, idleSeconds: IDLE_SECONDS, empty, filled },
      };
    } finally {
      folder.remove();
    }
  },
};

async function startOnce({ dataDir, settings }: HubFolder): Promise<StartFigures> {
  const command = runCommand(['npm', 'start'], settings);
  try {
    const { seconds } = await command.printed(/^One child, seven agencies/);
    await command.printed(/^Stop with Ctrl-C/);
    await wait(IDLE_SECONDS * 1000);
    const { node, postgres } = hubProcesses(command.pid, dataDir);
    const hubMiB = residentMiB(node);
    const postgresMiB = proportionalMiB(postgres);
    return {
      secondsToPicture: round(seconds),
      hubMiB: round(hubMiB),
      postgresMiB: round(postgresMiB),
      togetherMiB: round(hubMiB + postgresMiB),
    };
  } finally {
    await command.interrupt();
  }
}
