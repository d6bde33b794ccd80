import type { KeyObject } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { finished } from 'node:stream/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { PolicyLibrary } from '../policies/resolve-policy.js';
import { createStudentIdentifier, type StudentIdentifier } from '../subgraphs/_kit/identity/student-id.js';
import type { SubgraphDefinition } from '../subgraphs/_kit/define-subgraph.js';
import { RegisterEntity } from '../subgraphs/_kit/register/register.entity.js';
import { DivisionEntity } from '../subgraphs/_kit/schema/division.entity.js';
import { countyFolder, writeCountyManifest, type CountyManifest } from './county-manifest.js';
import { countyFrame, families } from './generate-families.js';
import { openAgencyLoader, type AgencyLoader } from './load/agency-loader.js';
import { createSinkFactory, opaqueKeyOf, type FamilySink } from './load/agency-sinks.js';
import { createFamilyIdentifier } from './load/family-identifier.js';
import { storedIdOf, truthLine, type StoredIdentities } from './load/planted-ids.js';
import { COORDINATION, createCoordinationWriter } from './load/coordination-writer.js';
import { writeStandingApprovals, type StandingApproval } from './load/standing-approvals.js';
import { registerRows } from './load/register-rows.js';
import { REGISTER_WRITERS } from './registers/index.js';
import { sampleChild } from './sample-child.js';
import type { CountyFrame, CountyOptions, Family } from './views.js';

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
  readonly approvals: readonly StandingApproval[];
  readonly dataDir: string;
  readonly onProgress: (children: number) => void;
}

export interface GeneratedCounty {
  readonly manifest: CountyManifest;
  readonly children: number;
  readonly rows: number;
}

const FAMILIES_PER_TURN = 10;

/**
 * Writes the synthetic county into the agencies' databases: each agency's registers as that agency would have
 * imported them, and what people have entered at coordination. What is derived from them, a comparison run derives.
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
    writeStandingApprovals(loaders, loaders.get(COORDINATION), {
      approvals: options.approvals,
      asOf: options.county.asOf,
    });
    truth.end();
    await finished(truth);
    await Promise.all([...loaders.values()].map((loader) => loader.finish()));
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
    ...NO_SAMPLE,
    samplePlaces: NO_PLACES,
  };
}

async function writeEverything(
  options: GenerateOptions,
  frame: CountyFrame,
  loaders: ReadonlyMap<string, AgencyLoader>,
  truth: WriteStream,
): Promise<{ children: number; sample: CountySample & Pick<CountyManifest, 'samplePlaces'> }> {
  const { county, agencies, keys, policies, onProgress } = options;
  const identifier = createFamilyIdentifier(createStudentIdentifier(keys.digest));
  const writers = agencies.flatMap(({ definition: { name } }) => {
    const loader = loaders.get(name);
    const makeSink = createSinkFactory({
      agency: name,
      columnKey: keys.column,
      identifier,
      asOf: county.asOf,
    });
    return loader
      ? [{ name, loader, makeSink, writer: REGISTER_WRITERS.find(({ agency }) => agency === name) }]
      : [];
  });
  // Of an agency that joined later nothing is written, and nobody may take its silence for an answer.
  const written = agencies.filter(
    ({ definition: { name } }) =>
      name === COORDINATION || REGISTER_WRITERS.some(({ agency }) => agency === name),
  );
  const registers = registerRows(written, frame.countyCode, county.asOf, policies);
  const loader = loaders.get(COORDINATION);
  if (!loader) throw new Error('The county has no database for coordination.');
  const coordination = createCoordinationWriter({ county, keys, identifier, loader, policies });

  for (const { name, loader, makeSink, writer } of writers) {
    for (const { code, name: divisionName, level, parent } of frame.divisions) {
      loader.insert(DivisionEntity, { code, name: divisionName, level, parentCode: parent });
    }
    for (const { agency, row } of registers) if (agency === name) loader.insert(RegisterEntity, row);
    writer?.writeFrame(
      frame,
      makeSink((entity, row) => loader.insert(entity, row)),
    );
  }
  coordination.writeFrame(frame);

  let children = 0;
  let sample: CountySample = NO_SAMPLE;
  for (const family of families(county)) {
    identifier.forget();
    const sinks = new Map<string, FamilySink>();
    for (const { name, loader, makeSink, writer } of writers) {
      const sink = makeSink((entity, row) => {
        loader.insert(entity, row);
        coordination.takeRow(entity.meta.tableName, row);
      });
      sinks.set(name, sink);
      writer?.writeFamily(family, sink);
    }
    const stored: StoredIdentities = (agency) => sinks.get(agency);
    coordination.writeFamily(family, stored);
    for (const planted of family.plantedErrors) truth.write(truthLine(planted, stored));
    if (family.census?.found) truth.write(truthLine(family.census.found, stored));
    if (!sample.sampleStudentId) sample = sampleOf(family, identifier, stored);
    children += family.children.length;
    onProgress(children);
    for (const { loader } of writers) await loader.drain();
    // Batches travel between turns only; without any, the databases would idle while families are made.
    if (family.index % FAMILIES_PER_TURN === 0) await nextTurn();
  }
  coordination.endCounty(frame);
  return { children, sample: { ...sample, samplePlaces: coordination.samplePlaces } };
}

type CountySample = Pick<CountyManifest, 'places' | 'sampleStudentId' | 'sampleHouseholdId'>;
const NO_SAMPLE: CountySample = { places: null, sampleStudentId: null, sampleHouseholdId: null };
const NO_PLACES: CountyManifest['samplePlaces'] = { taken: null, free: null };

function sampleOf(family: Family, identifier: StudentIdentifier, stored: StoredIdentities): CountySample {
  const sample = sampleChild(family);
  if (!sample) return NO_SAMPLE;
  return {
    places: sample.places,
    sampleStudentId: storedIdOf(stored, sample.identity),
    sampleHouseholdId: opaqueKeyOf(identifier, 'police', 'HOUSEHOLD', sample.householdNumber),
  };
}
