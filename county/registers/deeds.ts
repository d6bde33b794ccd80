import { createHash } from 'node:crypto';
import type { PolicyBody } from '../../policies/bodies.js';
import { DIGITS_OF_LEVEL } from '../../subgraphs/_kit/schema/division-prefix.js';
import type { DutyPlace } from '../../subgraphs/coordination/duties/duty-places.js';
import type { CountyFrame } from '../views.js';

/** Where bodies do what they owe. */
export function placesOf({ divisions, schools }: CountyFrame): DutyPlace[] {
  return [
    ...divisions.map(({ code, name, level }): DutyPlace => {
      const cut = code.slice(0, DIGITS_OF_LEVEL[level]);
      return { kind: level, code: cut, name, divisionCode: cut };
    }),
    ...schools.map(({ code, name, division }): DutyPlace => ({
      kind: 'SCHOOL',
      code,
      name,
      divisionCode: division,
    })),
  ];
}

/** A number from 0 to 99 that a duty has for good, whatever else the county has. */
export function chanceOf(id: string, what: string): number {
  return createHash('sha256').update(`${what} ${id}`).digest().readUInt32BE(0) % 100;
}

/** The county has no people with accounts; what is written in bears the body. */
export function accountOf(body: PolicyBody): string {
  return `imported:${body.toLowerCase().replaceAll('_', '-')}`;
}
