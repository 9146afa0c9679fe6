import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType } from '@aws-cdk/service-spec-types';
import type { Fields, Value } from './cloudformation.ts';

const database = loadAwsServiceSpecSync();

/**
 * What is wrong with a resource by the schema that AWS publishes for its type: properties that it does not know, that are
 * missing, or of another type.
 *
 * @throws Error for a type of resource that AWS does not know
 */
export function schemaProblems(type: string, properties: Fields): readonly string[] {
  const { properties: known } = database.lookup('resource', 'cloudFormationType', 'equals', type).only();
  return problemsOf(known, properties, type);
}

function problemsOf(known: Readonly<Record<string, Property>>, given: Fields, where: string): readonly string[] {
  const missing = Object.entries(known).filter(([name, { required }]) => required === true && !(name in given));
  return [
    ...missing.map(([name]) => `${where} lacks ${name}`),
    ...Object.entries(given).flatMap(([name, value]) => {
      const property = known[name];
      return property === undefined
        ? [`${where} has no ${name}`]
        : typeProblems(property.type, value, `${where}.${name}`);
    }),
  ];
}

function typeProblems(type: PropertyType, value: Value, where: string): readonly string[] {
  const wrong = [`${where} is no ${type.type}`];
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  switch (type.type) {
    case 'json':
      return isMap ? [] : wrong;
    case 'string':
      if (typeof value !== 'string') return wrong;
      return type.allowedValues === undefined || type.allowedValues.includes(value) ? [] : wrong;
    case 'boolean':
      return value === true || value === false || value === 'true' || value === 'false' ? [] : wrong;
    case 'integer':
    case 'number':
      return /^\d+$/.test(String(value)) ? [] : wrong;
    case 'array':
      if (!Array.isArray(value)) return wrong;
      return (value as readonly Value[]).flatMap((item, at) => typeProblems(type.element, item, `${where}[${at}]`));
    case 'ref': {
      const { properties } = database.get('typeDefinition', type.reference.$ref);
      return isMap ? problemsOf(properties, value as Fields, where) : wrong;
    }
    case 'union': {
      const all = type.types.map((one) => typeProblems(one, value, where));
      return all.find(({ length }) => length === 0) ?? all[0] ?? [];
    }
    default:
      throw new Error(`${where}: the type ${type.type} is not known here`);
  }
}
