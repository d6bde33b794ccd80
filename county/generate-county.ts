import type { KeyObject } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { PolicyLibrary } from '../policies/resolve-policy.js';
import { createColumnCipher } from '../subgraphs/_kit/identity/column-cipher.js';
import { createStudentIdentifier, type StudentIdentifier } from '../subgraphs/_kit/identity/student-id.js';
import type { SubgraphDefinition } from '../subgraphs/_kit/define-subgraph.js';
import { RegisterEntity } from '../subgraphs/_kit/register/register.entity.js';
import { DivisionEntity } from '../subgraphs/_kit/schema/division.entity.js';
import { countyFolder, writeCountyManifest, type CountyManifest } from './county-manifest.js';
import { countyFrame, families } from './generate-families.js';
import { openAgencyLoader, type AgencyLoader } from './load/agency-loader.js';
import { createAgencyIdentities } from './load/family-identities.js';
import { createCoordinationWriter } from './load/coordination-writer.js';
import { registerRows } from './load/register-rows.js';
import { REGISTER_WRITERS } from './registers/index.js';
import type { RowSink } from './registers/row-sink.js';
import { sampleChild } from './sample-child.js';
import type { CountyFrame, CountyOptions, Family, PlantedError } from './views.js';

export interface CountyAgency {
  readonly definition: SubgraphDefinition;
  readonly orm: MikroORM;
  readonly url: string;
}

export interface GenerateOptions {
  readonly county: CountyOptions;
  readonly agencies: readonly CountyAgency[];
  readonly keys: { readonly digest: KeyObject; readonly column: KeyObject };
  readonly policies: PolicyLibrary;
  readonly dataDir: string;
  readonly onProgress: (children: number) => void;
}

export interface GeneratedCounty {
  readonly manifest: CountyManifest;
  readonly children: number;
  readonly rows: number;
}

const COORDINATION = 'coordination';

/**
 * Writes the synthetic county into the agencies' databases: each agency's registers as that agency would have
 * imported them, and coordination's school-age register derived from those rows by its own rules.
 *
 * The truth behind the planted errors goes to `truth.jsonl` alone. Families stream through, so memory does not
 * grow with the county. Whatever stood in the tables is replaced; until the commit at the end nothing of it shows.
 */
export async function generateCounty(options: GenerateOptions): Promise<GeneratedCounty> {
  const frame = countyFrame(options.county);
  const marker = manifestOf(options.county, frame);
  writeCountyManifest(options.dataDir, marker);
  const loaders = new Map<string, AgencyLoader>();
  const truth = createWriteStream(join(countyFolder(options.dataDir), 'truth.jsonl'));
  try {
    for (const { definition, orm, url } of options.agencies) {
      const loader = await openAgencyLoader(orm, url);
      loaders.set(definition.name, loader);
      await loader.truncate();
    }
    const done = await writeEverything(options, frame, loaders, truth);
    truth.end();
    await finished(truth);
    for (const loader of loaders.values()) await loader.flush(true);
    for (const [name, loader] of loaders) if (name !== COORDINATION) await loader.commit();
    await loaders.get(COORDINATION)?.commit();
    const rows = [...loaders.values()].reduce((total, { rowCount }) => total + rowCount, 0);
    const manifest: CountyManifest = { ...marker, ...done.sample, state: 'COMPLETE' };
    writeCountyManifest(options.dataDir, manifest);
    return { manifest, children: done.children, rows };
  } catch (cause) {
    truth.destroy();
    await Promise.all([...loaders.values()].map((loader) => loader.rollback()));
    throw cause;
  }
}

function manifestOf({ county, children, seed, asOf }: CountyOptions, frame: CountyFrame): CountyManifest {
  return {
    state: 'GENERATING',
    county,
    countyCode: frame.countyCode,
    children,
    seed,
    asOf,
    places: null,
    sampleStudentId: null,
  };
}

async function writeEverything(
  { county, agencies, keys, policies, onProgress }: GenerateOptions,
  frame: CountyFrame,
  loaders: ReadonlyMap<string, AgencyLoader>,
  truth: WriteStream,
): Promise<{ children: number; sample: Pick<CountyManifest, 'places' | 'sampleStudentId'> }> {
  const identifier = createStudentIdentifier(keys.digest);
  const registers = registerRows(agencies, frame.countyCode, county.asOf, policies);
  const coordination = createCoordinationWriter({ frame, county, registers, policies, keys, loaders });
  const sinks = new Map(
    agencies.map(({ definition: { name } }) => [
      name,
      createSinkFactory(name, keys.column, identifier, county.asOf),
    ]),
  );
  for (const { definition } of agencies) {
    const loader = loaders.get(definition.name);
    for (const { code, name, level, parent } of frame.divisions) {
      loader?.insert(DivisionEntity, { code, name, level, parentCode: parent });
    }
  }
  for (const writer of REGISTER_WRITERS) {
    const loader = loaders.get(writer.agency);
    const makeSink = sinks.get(writer.agency);
    if (loader && makeSink)
      writer.writeFrame(
        frame,
        makeSink((entity, row) => loader.insert(entity, row)),
      );
  }
  for (const { agency, row } of registers) loaders.get(agency)?.insert(RegisterEntity, row);
  coordination.writeFrame();

  let children = 0;
  let sample: Pick<CountyManifest, 'places' | 'sampleStudentId'> = { places: null, sampleStudentId: null };
  for (const family of families(county)) {
    coordination.beginFamily();
    for (const writer of REGISTER_WRITERS) {
      const loader = loaders.get(writer.agency);
      const makeSink = sinks.get(writer.agency);
      if (!loader || !makeSink) continue;
      const sink = makeSink((entity, row) => {
        loader.insert(entity, row);
        coordination.takeRow(writer.agency, entity.meta.tableName, row);
      });
      writer.writeFamily(family, sink);
    }
    const studentIdOf = identityOf(identifier);
    coordination.endFamily(family, studentIdOf);
    for (const planted of family.plantedErrors) truth.write(truthLine(planted, studentIdOf));
    sample = sample.sampleStudentId ? sample : sampleOf(family, studentIdOf);
    children += family.children.length;
    onProgress(children);
    for (const loader of loaders.values()) await loader.flush();
  }
  return { children, sample };
}

type Insert = RowSink['insert'];

function createSinkFactory(
  agency: string,
  columnKey: KeyObject,
  identifier: StudentIdentifier,
  asOf: string,
) {
  const cipher = createColumnCipher(columnKey, agency);
  return (insert: Insert): RowSink => {
    const identities = createAgencyIdentities(identifier, agency);
    return {
      asOf,
      insert,
      seal: (plain, column) => cipher.seal(plain, column),
      idOfNumber: (number) => identities.ofNumber(number),
      opaqueKey: (kind, key) => identifier.provisional(agency, `${kind}:${key}`),
      studentId: (_register, record) => identities.of(record),
    };
  };
}

/** Id of a record by number, else by its agency's own key; for the truth file and the sample. */
function identityOf(identifier: StudentIdentifier) {
  return (identity: PlantedError['identities'][number]): string =>
    createAgencyIdentities(identifier, identity.agency).ofNumber(identity.residentIdNumber) ??
    identifier.provisional(identity.agency, identity.sourceKey);
}

function truthLine(
  { class: errorClass, agency, identities, expectedDisposition }: PlantedError,
  idOf: ReturnType<typeof identityOf>,
): string {
  return `${JSON.stringify({ class: errorClass, agency, ids: [...new Set(identities.map(idOf))], expectedDisposition })}\n`;
}

function sampleOf(
  family: Family,
  idOf: ReturnType<typeof identityOf>,
): Pick<CountyManifest, 'places' | 'sampleStudentId'> {
  const sample = sampleChild(family);
  return sample
    ? { places: sample.places, sampleStudentId: idOf(sample.identity) }
    : { places: null, sampleStudentId: null };
}
