/** Counts on the command line, for measurements of several sizes: `--sizes 10000,100000`. @throws {RangeError} */
export function readSizes(argument: string | undefined): readonly number[] | undefined {
  if (argument === undefined) return undefined;
  const sizes = argument.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 100))
    throw new RangeError('Sizes are whole numbers from 100 on, divided by commas.');
  return sizes.toSorted((a, b) => a - b);
}
