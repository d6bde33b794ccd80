import { readFileSync } from 'node:fs';
import { agencyNames } from '../../subgraphs/index.js';
import { loadPurposes } from '../../policies/purposes.js';
import { administrationsOf } from '../../subgraphs/_kit/access/administrations.js';
import { testPersonas } from '../support/callers.js';

const EXPECTED =
  'bureau-officer school-clerk class-teacher township-officer village-cadre police-officer civil-affairs-officer disability-officer labour-inspector poverty-officer inspection-officer coordination-officer analyst auditor security-administrator system-administrator integrator developer'.split(
    ' ',
  );
const RESTRICTED = [
  'police.restricted.read',
  'civil-affairs.restricted.read',
  'coordination.resident-id-number.reveal',
];

const scopesInUse = new Set(
  agencyNames.flatMap((name) =>
    [...readFileSync(`schema/subgraphs/${name}.graphql`, 'utf8').matchAll(/scopes: \[\["([^"]+)"\]\]/g)].map(
      ([, scope]) => scope ?? '',
    ),
  ),
);
const scopesOf = (slug: string) =>
  testPersonas.find((persona) => persona.slug === slug)?.claims.scope.split(' ') ?? [];

test('there is a persona for every user of the hub', () => {
  expect(testPersonas.map(({ slug }) => slug)).toEqual(EXPECTED);
});

test('every right that a persona holds is asked for somewhere, and every right is held by somebody', () => {
  const held = new Set(testPersonas.flatMap(({ claims }) => claims.scope.split(' ')));
  // The gateway's own.
  expect([...held].filter((scope) => !scopesInUse.has(scope))).toEqual([
    'hub.schema.read',
    'hub.system.manage',
  ]);
  expect([...scopesInUse].filter((scope) => !held.has(scope))).toEqual([]);
});

test('restricted facts are open to police and civil affairs alone', () => {
  const holders = testPersonas.filter(({ claims }) =>
    claims.scope.split(' ').some((scope) => RESTRICTED.includes(scope)),
  );
  expect(holders.map(({ slug }) => slug)).toEqual(['police-officer', 'civil-affairs-officer']);
});

test('an analyst holds counts and nothing of any child', () => {
  expect(scopesOf('analyst').toSorted()).toEqual(['coordination.indicator.read', 'hub.schema.read']);
});

test('every persona works for registered purposes, in an area of the county', () => {
  const purposes = new Set<string>(loadPurposes().keys());
  for (const { purposes: own, claims } of testPersonas) {
    expect(own.filter((purpose) => !purposes.has(purpose))).toEqual([]);
    expect(claims.jurisdiction.filter(({ code }) => code === 'none')).toEqual([]);
  }
});

test('system, security and audit are each administered by somebody, and by nobody together', () => {
  const administrators = testPersonas.flatMap(({ slug, claims }) => {
    const administrations = administrationsOf(claims.scope.split(' '));
    return administrations.length > 0 ? [[slug, ...administrations]] : [];
  });
  expect(administrators).toEqual([
    ['coordination-officer', 'SECURITY'],
    ['auditor', 'AUDIT'],
    ['security-administrator', 'SECURITY'],
    ['system-administrator', 'SYSTEM'],
  ]);
});

test('the administrators of security and system read no record', () => {
  const records = /^(?!hub\.|coordination\.approval\.)/;
  for (const slug of ['security-administrator', 'system-administrator'])
    expect(scopesOf(slug).filter((scope) => records.test(scope))).toEqual([]);
});
