const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** Queries that cost far more to answer than to send (T15). All of them have to be refused. */
export const HOSTILE_QUERIES: Readonly<Record<string, string>> = {
  'one field a hundred thousand times': `{ student(id: "a") { ${repeat(100_000, () => 'id')} } }`,
  'a hundred thousand fields that do not exist': `{ student(id: "a") { ${repeat(100_000, (i) => `f${i}`)} } }`,
  'fifty thousand names for one field': `{ student(id: "a") { ${repeat(50_000, (i) => `a${i}: id`)} } }`,
  'ten thousand fragments': `{ student(id: "a") { ...F0 } } ${repeat(10_000, (i) => `fragment F${i} on Student { id }`)}`,
  'ten thousand fragments, each in the one before': `{ student(id: "a") { ...F0 } } ${repeat(10_000, (i) => `fragment F${i} on Student { ...F${i + 1} }`)} fragment F10000 on Student { id }`,
  'a fragment ten thousand times': `{ student(id: "a") { ${repeat(10_000, () => '...F')} } } fragment F on Student { id }`,
  'fragments that double each other': `{ student(id: "a") { ...F0 } } ${repeat(60, (i) => `fragment F${i} on Student { ...F${i + 1} ...F${i + 1} }`)} fragment F60 on Student { id }`,
  'fragments in a circle': `{ student(id: "a") { ...F0 } } ${repeat(50, (i) => `fragment F${i} on Student { id ...F${(i + 1) % 50} }`)}`,
  'ten thousand inline fragments in each other': `{ student(id: "a") { ${repeat(10_000, () => '... on Student {')} id ${repeat(10_000, () => '}')} } }`,
  'ten thousand directives': `{ student(id: "a") { id ${repeat(10_000, () => '@include(if: true)')} } }`,
  'a directive that does not exist, ten thousand times': `{ student(id: "a") { id ${repeat(10_000, () => '@a')} } }`,
  'ten thousand operations': repeat(10_000, (i) => `query Q${i} { student(id: "a") { id } }`),
  'ten thousand variables': `query (${repeat(10_000, (i) => `$v${i}: ID`)}) { student(id: "a") { id } }`,
  'a list in a list, ten thousand deep': `{ student(id: ${'['.repeat(10_000)}"a"${']'.repeat(10_000)}) { id } }`,
  'an object in an object, ten thousand deep': `{ student(id: ${'{a:'.repeat(10_000)}1${'}'.repeat(10_000)}) { id } }`,
  'a field in a field, ten thousand deep': `{ ${'a{'.repeat(10_000)}b${'}'.repeat(10_000)} }`,
  'overlapping fields that have to be compared': `{ student(id: "a") { ${repeat(900, () => 'schooling { grade }')} } }`,
  'arguments that conflict, again and again': `{ ${repeat(300, (i) => `student(id: "${i}") { id }`)} }`,
  'an introspection of everything in everything': `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} }'.repeat(8)} } } }`,
  'an introspection under many names': `{ ${repeat(31, (i) => `s${i}: __schema { types { name fields { name } } }`)} }`,
  'an introspection that doubles': `{ __schema { types { ...T0 } } } ${repeat(20, (i) => `fragment T${i} on __Type { ofType { ...T${i + 1} } interfaces { ...T${i + 1} } }`)} fragment T20 on __Type { name }`,
  'nine hundred thousand spaces that do not end': `{ student(id: "${' '.repeat(900_000)}`,
  'a comment of nine hundred thousand letters': `#${'x'.repeat(900_000)}`,
  'a block of text without an end': `{ student(id: """${'\\"""'.repeat(100_000)}`,
  'a number of half a million digits': `{ student(id: ${'9'.repeat(500_000)}) { a } }`,
  'a name of half a million letters': `{ ${'a'.repeat(500_000)} }`,
};
