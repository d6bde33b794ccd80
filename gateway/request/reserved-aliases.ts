import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

/**
 * Names that start with two underscores are reserved; as an alias, `__typename` would pass for a type and
 * `__proto__` would reach into the objects that an answer is merged from.
 */
export function noReservedAliases(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      if (!node.alias?.value.startsWith('__')) return;
      context.reportError(
        new GraphQLError('An alias must not start with two underscores.', { nodes: node.alias }),
      );
    },
  };
}
