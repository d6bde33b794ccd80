import { globSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');
/** Where the shapes of values are declared. */
const SHAPES = ['policies/policy-settings.ts', 'policies/policy-values.ts', 'policies/duty-values.ts'];
/** They print, label, compare or check values, and do nothing that a value says. */
const IDLE = new Set([
  ...SHAPES,
  'policies/setting-labels.ts',
  'policies/values-in-force.ts',
  'policies/stricter.ts',
]);

interface Readers {
  /** `section` or `section.setting`, and `shape: field` for parts of entries, in the order of the files. */
  readonly declared: readonly string[];
  readonly read: ReadonlySet<string>;
}

/**
 * Which values of a policy some code reads, as the compiler sees it: a property access, a destructured name, an `in` or
 * the name of a setting handed on as a key.
 */
export function policyReaders(): Readers {
  const files = globSync(['policies/*.ts', 'subgraphs/**/*.ts', 'cli/**/*.ts'], { cwd: ROOT }).filter(
    (file) => !IDLE.has(file) && !file.includes('/migrations/'),
  );
  const program = programOf([...files, ...SHAPES]);
  const checker = program.getTypeChecker();
  const fields = fieldsOf(program);
  const sections = sectionsOf(program);
  const names = new Set([...fields.values(), ...sections.keys()].map((path) => path.split(/[.:] ?/).at(-1)));
  const read = new Set<string>();

  function propertyNamed(name: ts.Identifier | ts.StringLiteralLike): ts.Symbol | undefined {
    const { parent } = name;
    if (ts.isPropertyAccessExpression(parent) && parent.name === name)
      return checker.getSymbolAtLocation(name);
    if (ts.isBindingElement(parent) && (parent.propertyName ?? parent.name) === name)
      return checker.getTypeAtLocation(parent.parent).getProperty(name.text);
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InKeyword)
      return propertyOfSome(checker.getTypeAtLocation(parent.right), name.text);
    return undefined;
  }

  function visit(node: ts.Node): void {
    if ((ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && names.has(node.text)) {
      for (const { declaration } of declarationsOf(propertyNamed(node))) {
        const path = fields.get(declaration);
        if (path !== undefined) read.add(path);
      }
      const section = sections.get(node.text);
      if (section !== undefined && ts.isIdentifier(node) && checker.getTypeAtLocation(node) === section)
        read.add(node.text);
      if (ts.isStringLiteralLike(node)) for (const path of keysMeant(node)) read.add(path);
    }
    ts.forEachChild(node, visit);
  }

  /** A literal that stands where a setting's name is asked for. */
  function keysMeant(literal: ts.StringLiteralLike): string[] {
    const wanted = checker.getContextualType(literal);
    const union = wanted?.isUnion() ? wanted.types : [];
    const settings = union.flatMap((type) => (type.isStringLiteral() ? [type.value] : []));
    return [...sections.keys()]
      .filter(
        (section) => settings.length > 0 && settings.every((name) => declared.has(`${section}.${name}`)),
      )
      .map((section) => `${section}.${literal.text}`);
  }

  const declared = new Set([...sections.keys(), ...fields.values()]);
  for (const file of files) {
    const source = program.getSourceFile(join(ROOT, file));
    if (source) visit(source);
  }
  return { declared: [...declared], read };
}

function programOf(files: readonly string[]): ts.Program {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic({ messageText }) {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, ' '));
      },
    },
  );
  if (!config) throw new Error('There is no tsconfig.json.');
  return ts.createProgram(
    files.map((file) => join(ROOT, file)),
    config.options,
  );
}

/** Settings of the fixed sections and fields of the shapes, by where they are declared. */
function fieldsOf(program: ts.Program): Map<string, string> {
  const fields = new Map<string, string>();
  for (const file of SHAPES) {
    const source = program.getSourceFile(join(ROOT, file));
    if (!source) throw new Error(`There is no ${file}.`);
    const visit = (node: ts.Node, path: string): void => {
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
        const shape = node.name.text;
        ts.forEachChild(node, (child) => visit(child, shape === 'SETTINGS' ? '' : `${shape}: `));
      } else if (ts.isPropertyAssignment(node)) {
        const own = `${path}${node.name.getText(source)}`;
        if (path !== '') fields.set(declarationKey(node), own);
        ts.forEachChild(node, (child) => visit(child, `${own}.`));
      } else ts.forEachChild(node, (child) => visit(child, path));
    };
    ts.forEachChild(source, (node) => visit(node, ''));
  }
  return fields;
}

/** The type that each section of a resolved policy has. */
function sectionsOf(program: ts.Program): Map<string, ts.Type> {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(join(ROOT, 'policies/resolve-policy.ts'));
  const alias = file?.statements.find(
    (statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === 'ResolvedPolicy',
  );
  if (!alias) throw new Error('There is no ResolvedPolicy.');
  const properties = checker.getTypeAtLocation(alias).getProperties();
  return new Map(
    properties
      .filter(({ name }) => !['divisionCode', 'onDate', 'versions'].includes(name))
      .map((property) => [property.name, checker.getTypeOfSymbol(property)]),
  );
}

function propertyOfSome(type: ts.Type, name: string): ts.Symbol | undefined {
  const types = type.isUnion() ? type.types : [type];
  return types.map((each) => each.getProperty(name)).find((property) => property !== undefined);
}

function declarationsOf(symbol: ts.Symbol | undefined): { readonly declaration: string }[] {
  return (symbol?.declarations ?? []).map((node) => ({ declaration: declarationKey(node) }));
}

function declarationKey(node: ts.Node): string {
  return `${node.getSourceFile().fileName}:${node.getStart()}`;
}
