import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { signWith } from '../../cli/processes/gateway-process.js';
import { loadPersonas } from '../../cli/processes/personas.js';
import { readCountyManifest } from '../../county/county-manifest.js';
import { addDays, dayInShanghai, type IsoDate } from '../../policies/iso-date.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { academicYearOf, createSchoolCalendar } from '../../policies/school-calendar.js';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { prepareHubApart, type HubApart } from '../processes/support/hub-apart.js';
import { startIdentityProvider, type IdentityProvider } from '../processes/support/identity-provider.js';
import { within } from '../support/within.js';
import { openInsistentClient, type InsistentClient } from './insistent-client.js';
import { correctSheet, firstOf, inspect, versionIn, type Remembered } from './rival-writers.js';

const COMMANDS = 100_000;
const CONNECTIONS = 24;
const [CLASSES, DAYS, INSPECTORS] = [4, 2, 8];
const BETWEEN_KILLS_MS = 8000;
const BACK_WITHIN_MS = 60_000;
const LOOK_AGAIN_MS = 100;
const NEEDED = ['coordination', 'education', 'labour'];
const PATIENCE_MS = 900_000;

let identity: IdentityProvider;
let hub: HubApart;
let education: InsistentClient;
let labour: InsistentClient;
let pupils: { studentId: string; schoolClass: string; schoolCode: string }[];
let employerCode: string;

beforeAll(async () => {
  identity = await startIdentityProvider();
  // What was acknowledged has to outlive the database server as it does in an office.
  hub = await prepareHubApart(identity.settings, { durable: true });
  expect(await hub.run('migrate')).toMatchObject({ status: 0, stderr: '' });
  expect(await hub.generate(60)).toMatchObject({ status: 0, stderr: '' });
  for (const service of agencyNames) await hub.serve(service);
  expect(await hub.compare().ended).toMatchObject({ status: 0 });
  // What the commands need: who may ask, and the agencies that are killed. The others go away.
  for (const [service, running] of hub.served) if (!NEEDED.includes(service)) await running.stop('SIGTERM');
  pupils = await asOwner(
    'education',
    `select distinct on (class_code) student_id as "studentId", class_code as "schoolClass", school_code as "schoolCode"
     from student_status where status = 'ENROLLED' and student_id in (
       select student_id from student_scope where kind = 'CLASS' and canonical_id = student_id)
     order by class_code limit ${CLASSES}`,
  );
  const [employer] = await asOwner<{ code: string }>('labour', 'select code from employer limit 1');
  employerCode = employer?.code ?? '';
  const schools = pupils.map(({ schoolCode }) => ({ kind: 'SCHOOL', code: schoolCode }) as const);
  education = await clientOf('education', 'school-clerk', { jurisdiction: schools });
  labour = await clientOf('labour', 'labour-inspector');
}, PATIENCE_MS);
afterAll(async () => {
  education?.close();
  labour?.close();
  await hub?.remove();
  await identity?.close();
});

async function clientOf(agency: string, slug: string, area: object = {}): Promise<InsistentClient> {
  const key = join(hub.folder, 'secrets', `${agency}_signing_key.txt`);
  const settings = loadSettings(
    { HUB_DATA_DIR: hub.folder, [`${agency.toUpperCase()}_SIGNING_KEY_FILE`]: key },
    agencyNames,
    { gateway: false, agencies: [agency] },
  );
  const persona = loadPersonas(settings, readCountyManifest(hub.folder)).find((each) => each.slug === slug);
  if (!persona) throw new Error(`There is no ${slug}.`);
  const token = await identity.tokenFor({ ...persona.claims, ...area });
  const url = hub.urlOf(agency);
  return openInsistentClient({ url, agency, token, sign: signWith(settings), connections: CONNECTIONS });
}

/** The last kill may have been the server's, which is on its way back then. */
async function connectAgain(connectionString: string): Promise<pg.Client> {
  const until = performance.now() + BACK_WITHIN_MS;
  for (;;) {
    const client = new pg.Client({ connectionString });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (cause) {
      if (performance.now() > until) throw cause;
      await delay(LOOK_AGAIN_MS);
    }
  }
}
async function asOwner<Row extends object>(agency: string, statement: string): Promise<Row[]> {
  const client = await connectAgain(hub.ownerDatabaseUrl(agency));
  try {
    await client.query("select set_config('hub.context', 'SERVICE', false)");
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
const versionOf = async (agency: string, register: string) =>
  (
    await asOwner<{ version: number }>(agency, `select version::int from register where code = '${register}'`)
  )[0]?.version ?? NaN;

const servesAgain = async (agency: string) => {
  await hub.served.get(agency)?.stop('SIGKILL');
  await hub.serve(agency);
};
async function connectionOf(agency: string): Promise<number> {
  const client = await connectAgain(hub.server.adminUrl);
  const { rows } = await client.query<{ pid: number }>(
    "select pid from pg_stat_activity where datname = $1 and application_name = '' order by state <> 'idle' desc limit 1",
    [`hub_${agency}`],
  );
  await client.end();
  const [connection] = rows;
  if (!connection) throw new Error(`${agency} has no connection.`);
  return connection.pid;
}
/** One connection's process is killed: PostgreSQL ends all of them and recovers. The server is killed: it is started anew. */
const KILLS: readonly (() => Promise<unknown>)[] = [
  () => servesAgain('education'),
  async () => process.kill(await connectionOf('labour'), 'SIGKILL'),
  () => servesAgain('labour'),
  async () => process.kill(hub.server.pid, 'SIGKILL'),
];

/** Days of this academic year on which the calendar does not forbid a sheet. */
function daysWithLessons(): IsoDate[] {
  const today = dayInShanghai(new Date());
  const { isSchoolDay } = createSchoolCalendar(loadPolicies().policyFor('520625', today));
  return Array.from({ length: 120 }, (_, days) => addDays(today, -days))
    .filter((day) => academicYearOf(day) === academicYearOf(today))
    .filter((day) => {
      const lessons = isSchoolDay(day);
      return !lessons.known || lessons.value;
    })
    .slice(0, DAYS);
}

test(
  'commands that are sent several times and get in each other’s way while everything is killed have one effect each',
  async () => {
    const sent = () => education.counts.acknowledged + labour.counts.acknowledged;
    const isOver = () => sent() >= COMMANDS;
    const registers = () =>
      Promise.all([versionOf('education', 'ATTENDANCE'), versionOf('labour', 'INSPECTIONS')]);
    const before = await registers();
    const sheets = daysWithLessons().flatMap((date) =>
      pupils.map(({ studentId, schoolClass }) => ({ studentId, schoolClass, date })),
    );
    const visit = { employerCode, inspectedOn: dayInShanghai(new Date()) };
    const writing = Promise.all([
      Promise.all(sheets.map((sheet) => correctSheet(education, sheet, isOver))),
      Promise.all(Array.from({ length: INSPECTORS }, () => inspect(labour, visit, isOver))),
    ]);
    let kills = 0;
    for (; !isOver(); kills += 1) {
      await delay(BETWEEN_KILLS_MS);
      await KILLS[kills % KILLS.length]?.();
      const answered = sent();
      // Whoever asks again finds it back.
      await within(
        BACK_WITHIN_MS,
        () => Promise.resolve(sent()),
        (count) => isOver() || count > answered + 100,
      );
    }
    const [corrections, inspections] = await writing;
    expect(kills).toBeGreaterThan(KILLS.length);
    expect(education.counts.lost).toBeGreaterThan(0);
    expect(labour.counts.lost).toBeGreaterThan(0);

    // Each key has one answer, however often and whenever it was asked, and other words change nothing.
    const all = [...corrections.flat(), ...inspections.flat()];
    expect(all.filter(({ answers }) => answers.size !== 1)).toEqual([]);
    expect(all.filter(({ misused }) => misused !== undefined && misused !== 'CONFLICT')).toEqual([]);
    expect(all.some(({ misused }) => misused === 'CONFLICT')).toBe(true);
    const kept = async (agency: string) =>
      (
        await asOwner<{ key: string }>(
          agency,
          'select idempotency_key as key from command where answer is not null',
        )
      )
        .map(({ key }) => key)
        .toSorted();
    const keysOf = (commands: readonly Remembered[]) =>
      commands.map(({ input }) => input.idempotencyKey).toSorted();
    expect(await kept('education')).toEqual(keysOf(corrections.flat()));
    expect(await kept('labour')).toEqual(keysOf(inspections.flat()));

    // Whatever was acknowledged is there, once.
    const recorded = await asOwner<{ code: string }>(
      'labour',
      "select code from labour_inspection where code like 'HI%'",
    );
    const codeIn = (answer = '') => (JSON.parse(answer) as { inspection: { code: string } }).inspection.code;
    expect(recorded.map(({ code }) => code).toSorted()).toEqual(
      inspections
        .flat()
        .map((each) => codeIn(firstOf(each)))
        .toSorted(),
    );

    // Of each version one correction came through, and the sheet says what the last one said.
    const stored = await asOwner<object>(
      'education',
      `select sheet.class_code as "schoolClass", sheet.date::text, version, reason from attendance_sheet sheet
       join absence on absence.class_code = sheet.class_code and absence.date = sheet.date order by 1, 2`,
    );
    const versions = corrections.map((commands) =>
      Map.groupBy(commands, (each) => versionIn(firstOf(each)) ?? 0),
    );
    for (const byVersion of versions) {
      const numbers = [...byVersion.keys()].toSorted((left, right) => left - right);
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index));
      // Nobody's correction replaces one that it had not seen.
      for (const number of numbers.slice(1))
        expect(byVersion.get(number)?.map(({ input }) => Number(input['expectedVersion'] ?? 0))).toEqual([
          number - 1,
        ]);
    }
    for (const [index, { schoolClass, date }] of sheets.entries()) {
      const version = (versions[index]?.size ?? 0) - 1;
      const [last] = versions[index]?.get(version) ?? [];
      const [{ reason }] = last?.input['absences'] as [{ reason: string }];
      expect(stored).toContainEqual({ schoolClass, date, version, reason });
    }
    const effects = versions.reduce((sum, { size }) => sum + size - 1, 0);
    const after = await registers();
    expect(after.map((version, index) => version - (before[index] ?? 0))).toEqual([effects, recorded.length]);

    // And the agencies still say so themselves.
    for (const [client, commands] of [
      [education, corrections.flat()],
      [labour, inspections.flat()],
    ] as const)
      for (const each of commands.filter((_, index) => index % 97 === 0))
        expect(await client.command(each.query, each.input)).toBe(firstOf(each));
  },
  PATIENCE_MS,
);
