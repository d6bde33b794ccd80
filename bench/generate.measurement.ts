import type { Findings, Measurement } from './measurement.js';
import { createHubFolder, runCommand } from './processes/hub-command.js';
import { familyOf, peakMiB } from './processes/usage.js';
import { round } from './report/table.js';

const CHILDREN = 50_000;
const SAMPLE_MS = 200;
const OUTCOME = /^(?<children>\d+) children, (?<rows>\d+) rows in (?<seconds>[\d.]+) s\.$/;

export const generate: Measurement = {
  name: 'generate',
  title: 'hub generate into empty databases',
  async measure(_say, sizes = [CHILDREN]): Promise<Findings> {
    const folder = await createHubFolder(Math.max(...sizes));
    try {
      const command = runCommand([process.execPath, 'cli/launch.js', 'generate'], folder.settings);
      let peak = 0;
      const sampling = setInterval(() => {
        peak = Math.max(peak, ...familyOf(command.pid).map(peakMiB));
      }, SAMPLE_MS);
      const outcome = command.printed(OUTCOME);
      const seconds = await command.ended.finally(() => clearInterval(sampling));
      const { children, rows, seconds: generating } = OUTCOME.exec((await outcome).line)?.groups ?? {};
      const figures = {
        children: Number(children),
        rows: Number(rows),
        commandSeconds: round(seconds),
        generatingSeconds: Number(generating),
        childrenPerSecond: round(Number(children) / Number(generating)),
        peakMiB: round(peak),
      };
      return {
        tables: [
          {
            title: 'hub generate',
            columns: ['children', 'rows', 's in all', 's generating', 'children/s', 'peak MiB'],
            rows: [Object.values(figures)],
          },
        ],
        figures,
      };
    } finally {
      folder.remove();
    }
  },
};
