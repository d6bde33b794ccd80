import { Directive } from 'type-graphql';

/**
 * Prints the scope that a field needs into the SDL, where both the gateway and the gate read it.
 * @param scope `<agency>.<noun>.<verb>`
 */
export function RequiresScope(scope: string): PropertyDecorator & MethodDecorator & ClassDecorator {
  return Directive(`@requiresScopes(scopes: [["${scope}"]])`);
}
