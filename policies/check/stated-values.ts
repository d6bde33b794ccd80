import type { LoadedPolicyFile, StatedValue } from '../policy.schema.js';

/** One value of a file and where it stands. */
export interface PlacedValue {
  readonly section: string;
  readonly name: string;
  readonly path: string;
  readonly stated: StatedValue;
}

export function statedValues({ values }: LoadedPolicyFile): PlacedValue[] {
  return Object.entries(values).flatMap(([section, entries]) =>
    Object.entries(entries).map(([name, stated]) => ({
      section,
      name,
      path: `values.${section}.${name}`,
      stated,
    })),
  );
}
