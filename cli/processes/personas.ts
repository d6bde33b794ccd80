import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CountyManifest } from '../../county/county-manifest.js';
import { loadPreset } from '../../county/presets.js';
import type { Persona } from '../../gateway/persona.js';
import { projectRoot } from '../../settings/project-root.js';
import type { Settings } from '../../settings/settings.js';
import { JURISDICTION_KINDS } from '../../subgraphs/_kit/access/caller.js';

const label = z.strictObject({ en: z.string(), zh: z.string() });

const tableSchema = z.strictObject({
  scopeGroups: z.record(z.string(), z.array(z.string())),
  personas: z.record(
    z.string(),
    z.strictObject({
      title: label,
      agency: z.string(),
      jurisdiction: z.array(z.strictObject({ kind: z.enum(JURISDICTION_KINDS), code: z.string() })),
      rowRule: label,
      purposes: z.array(z.string()).min(1),
      scopes: z.array(z.string()),
    }),
  ),
});

/** The synthetic users of the development hub, working in the places of the generated county. */
export function loadPersonas(settings: Settings, manifest: CountyManifest | undefined): Persona[] {
  const table = tableSchema.parse(parse(readFileSync(join(projectRoot, 'cli/personas.yaml'), 'utf8')));
  const placeOf = placesOf(settings, manifest);
  return Object.entries(table.personas).map(([slug, { title, agency, jurisdiction, purposes, scopes }]) => ({
    slug,
    title,
    purposes,
    claims: {
      sub: `persona:${slug}`,
      agency,
      role: slug,
      scope: [...new Set(scopes.flatMap((scope) => scopesOf(scope, table.scopeGroups)))].join(' '),
      jurisdiction: jurisdiction.map(({ kind, code }) => ({
        kind,
        code: code.startsWith('$') ? placeOf(code) : code,
      })),
    },
  }));
}

/** A name with a dot is a scope itself; one without is a group of scopes. */
function scopesOf(name: string, groups: Readonly<Record<string, readonly string[]>>): readonly string[] {
  if (name.includes('.')) return [name];
  const group = groups[name];
  if (!group)
    throw new RangeError(`cli/personas.yaml names a group of scopes that it does not have: ${name}.`);
  return group.flatMap((member) => scopesOf(member, groups));
}

/** Without a generated county only the county itself is known; the other areas then hold nobody. */
function placesOf(settings: Settings, manifest: CountyManifest | undefined): (place: string) => string {
  const places = manifest?.places;
  const codes: Record<string, string | undefined> = {
    $county: manifest?.countyCode ?? loadPreset(settings.county).countyCode,
    $township: places?.township.slice(0, 9),
    $village: places?.village,
    $school: places?.school,
    $class: places?.schoolClass,
  };
  return (place) => codes[place] ?? 'none';
}
