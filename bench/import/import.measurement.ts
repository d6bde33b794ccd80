import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { agencyDatabaseNames } from '../../postgres/agency-databases.js';
import { withConnection } from '../../postgres/database-connection.js';
import { acquireEmbeddedPostgres } from '../../postgres/embedded-server.js';
import { createColumnCipher } from '../../subgraphs/_kit/identity/column-cipher.js';
import { createStudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import type { Findings, Measurement } from '../measurement.js';
import { createHubFolder, runCommand } from '../processes/hub-command.js';
import { familyOf, peakMiB } from '../processes/usage.js';
import { round } from '../report/table.js';
import { copyAgain } from './raw-copy.js';
import { inventedNumber, writeResidentsFile } from './residents-file.js';

/** A minute; `--sizes 1000000` for the aim. */
const ROWS = 50_000;
/** A county whose divisions the rows lie in. */
const CHILDREN = 100;
const AGENCY = 'police';
const SAMPLE_MS = 200;
const DIGESTED = 20_000;
const TAKEN = /^(?<rows>\d+) rows in (?<seconds>[\d.]+) s /;

export const importing: Measurement = {
  name: 'import',
  title: 'hub import of a population list in CSV, and COPY of every row that it writes',
  async measure(say, sizes = [ROWS]): Promise<Findings> {
    const rows = Math.max(...sizes);
    const folder = await createHubFolder(CHILDREN);
    const server = await acquireEmbeddedPostgres({ dataDir: folder.dataDir, log: () => undefined });
    try {
      await runCommand([process.execPath, 'cli/launch.js', 'generate'], folder.settings).ended;
      const scratch = join(folder.dataDir, 'scratch');
      mkdirSync(scratch);
      const file = join(scratch, 'residents.csv');
      await writeResidentsFile(file, rows);
      say(`${rows} rows written to a file`);
      const taken = await importOnce(file, folder.settings);
      say(`imported in ${taken.seconds} s`);
      const copied = await withConnection(server.urlFor(agencyDatabaseNames(AGENCY).database), (client) =>
        copyAgain(client, scratch),
      );
      const digestMicroseconds = digestsOfRow();
      const withoutDigests = taken.seconds - (rows * digestMicroseconds) / 1e6;
      const figures = {
        rows,
        importSeconds: taken.seconds,
        rowsPerSecond: round(rows / taken.seconds),
        peakMiB: round(taken.peakMiB),
        rowsWritten: copied.rows,
        copySeconds: round(copied.seconds),
        importToCopySpeed: round(copied.seconds / taken.seconds),
        digestMicroseconds: round(digestMicroseconds),
        importToCopySpeedWithoutDigests: round(copied.seconds / withoutDigests),
      };
      return {
        tables: [
          {
            title: 'hub import police residents',
            columns: [
              'rows',
              's',
              'rows/s',
              'MiB',
              'written',
              's COPY',
              'of COPY',
              'µs digests',
              'of COPY without',
            ],
            rows: [Object.values(figures)],
          },
        ],
        figures,
      };
    } finally {
      await server.release();
      folder.remove();
    }
  },
};

async function importOnce(
  file: string,
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly seconds: number; readonly peakMiB: number }> {
  const parameters = ['import', AGENCY, 'residents', file, '--by', 'bench', '--additions'];
  const command = runCommand([process.execPath, 'cli/launch.js', ...parameters], settings);
  let peak = 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, ...familyOf(command.pid).map(peakMiB));
  }, SAMPLE_MS);
  const printed = command.printed(TAKEN);
  await command.ended.finally(() => clearInterval(sampling));
  const { seconds } = TAKEN.exec((await printed).line)?.groups ?? {};
  return { seconds: Number(seconds), peakMiB: peak };
}

/** Microseconds that a row's own digests and its sealed number cost: COPY has nothing like it. */
function digestsOfRow(): number {
  const key = createSecretKey(randomBytes(32));
  const identifier = createStudentIdentifier(key);
  const cipher = createColumnCipher(key, AGENCY);
  const began = performance.now();
  for (let serial = 0; serial < DIGESTED; serial += 1) {
    const { number } = inventedNumber(serial);
    identifier.ofNumber(number);
    cipher.seal(number, 'resident.resident_id_number_sealed');
    // The household's key and the digest of the row, some 400 characters.
    identifier.provisional(AGENCY, `HOUSEHOLD:H${serial}`);
    createHmac('sm3', key).update(number.repeat(22)).digest('base64url');
  }
  return ((performance.now() - began) * 1000) / DIGESTED;
}
