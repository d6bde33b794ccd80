/** Of one village, how many primary pupils, junior pupils and disabled ones (of either stage) are out of school. */
export interface Village {
  readonly primary: number;
  readonly junior: number;
  readonly disabled: number;
}
/** Townships of villages. */
export type World = readonly (readonly Village[])[];

type Part = keyof Village;
export interface DeducedRange {
  /** Digits of the township or village after the county's. */
  readonly code: string;
  readonly key: Part;
  readonly truth: number;
  readonly least: number;
  readonly most: number;
}

/** As much as a township of the tests has in all, so that it narrows nothing; a real attacker knows no such bound. */
const MOST = 6;
const PARTS: readonly Part[] = ['primary', 'junior', 'disabled'];

/**
 * What somebody can deduce who tries every world, that is, all numbers in the villages whose sums agree with all counts that are
 * shown for villages, townships and the county, disabled children being among those of both stages.
 * @param isShown by the digits after the county's code and the unit, `stages` or `disabled`.
 */
export function rangesOf(
  world: World,
  isShown: (code: string, unit: string) => boolean,
): readonly DeducedRange[] {
  const county = add(world.flat());
  const townships = world.map((villages, index) => townshipWorlds(villages, `10${index + 1}`, isShown));
  const possible = new Map<string, { least: Village; most: Village }>();
  const widen = (code: string, least: Village, most: Village) => {
    const known = possible.get(code);
    possible.set(
      code,
      known
        ? { least: each(Math.min, known.least, least), most: each(Math.max, known.most, most) }
        : { least, most },
    );
  };
  const [first = [], second = []] = townships;
  const fits = (one: TownshipWorld, other: TownshipWorld) =>
    agrees(add([one.sum, other.sum]), county, '', isShown);
  const widenBy = (ranges: TownshipWorld['ranges']) => {
    for (const [code, { least, most }] of ranges) widen(code, least, most);
  };
  for (const one of first) if (second.some((other) => fits(one, other))) widenBy(one.ranges);
  for (const other of second) if (first.some((one) => fits(one, other))) widenBy(other.ranges);
  const truth = new Map<string, Village>();
  world.forEach((villages, township) => {
    truth.set(`10${township + 1}`, add(villages));
    villages.forEach((one, index) => truth.set(`10${township + 1}00${index + 1}`, one));
  });
  return [...truth].flatMap(([code, real]) =>
    PARTS.map((key) => ({
      code,
      key,
      truth: real[key],
      least: possible.get(code)?.least[key] ?? NaN,
      most: possible.get(code)?.most[key] ?? NaN,
    })),
  );
}

interface TownshipWorld {
  readonly sum: Village;
  readonly ranges: ReadonlyMap<string, { readonly least: Village; readonly most: Village }>;
}

/** Worlds of a township by their sums: whatever else they are, the county sees no more of them. */
function townshipWorlds(
  villages: readonly Village[],
  code: string,
  isShown: (code: string, unit: string) => boolean,
): TownshipWorld[] {
  const [first = [], second = []] = villages.map((real, index) =>
    villageWorlds(real, `${code}00${index + 1}`, isShown),
  );
  const real = add(villages);
  const bySum = new Map<string, { sum: Village; ranges: Map<string, { least: Village; most: Village }> }>();
  for (const one of first) {
    for (const other of second) {
      const sum = add([one, other]);
      if (!agrees(sum, real, code, isShown)) continue;
      const key = PARTS.map((part) => sum[part]).join();
      const found = bySum.get(key) ?? { sum, ranges: new Map([[code, { least: sum, most: sum }]]) };
      bySum.set(key, found);
      for (const [at, value] of [
        [`${code}001`, one],
        [`${code}002`, other],
      ] as const) {
        const known = found.ranges.get(at) ?? { least: value, most: value };
        found.ranges.set(at, {
          least: each(Math.min, known.least, value),
          most: each(Math.max, known.most, value),
        });
      }
    }
  }
  return [...bySum.values()];
}

function villageWorlds(
  real: Village,
  code: string,
  isShown: (code: string, unit: string) => boolean,
): Village[] {
  const worlds: Village[] = [];
  for (let primary = 0; primary <= MOST; primary += 1) {
    for (let junior = 0; junior <= MOST; junior += 1) {
      for (let disabled = 0; disabled <= Math.min(MOST, primary + junior); disabled += 1) {
        const world = { primary, junior, disabled };
        if (agrees(world, real, code, isShown)) worlds.push(world);
      }
    }
  }
  return worlds;
}

function agrees(
  world: Village,
  real: Village,
  code: string,
  isShown: (code: string, unit: string) => boolean,
): boolean {
  const agreesOn = (unit: string, parts: readonly Part[]) =>
    !isShown(code, unit) || parts.every((part) => world[part] === real[part]);
  return agreesOn('stages', ['primary', 'junior']) && agreesOn('disabled', ['disabled']);
}

function add(villages: readonly Village[]): Village {
  const sum = (part: Part) => villages.reduce((total, one) => total + one[part], 0);
  return { primary: sum('primary'), junior: sum('junior'), disabled: sum('disabled') };
}

function each(choose: (a: number, b: number) => number, a: Village, b: Village): Village {
  return {
    primary: choose(a.primary, b.primary),
    junior: choose(a.junior, b.junior),
    disabled: choose(a.disabled, b.disabled),
  };
}
