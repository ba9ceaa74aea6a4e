// Validates an AsyncAPI document, its Avro schemas included: node validate.mjs FILE
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';
import { AvroSchemaParser } from '@asyncapi/avro-schema-parser';

const ERROR = 0;
const file = process.argv[2];
const parser = new Parser();
parser.registerSchemaParser(AvroSchemaParser());
const { document, diagnostics } = await parser.parse(readFileSync(file, 'utf8'), { source: file });
for (const { severity, code, message, path } of diagnostics) {
  console.log(`${severity === ERROR ? 'error' : 'note'} ${code} at ${path.join('.')}: ${message}`);
}
if (!document || diagnostics.some((found) => found.severity === ERROR)) {
  process.exit(1);
}
const messages = document.allMessages().all();
console.log(`valid: AsyncAPI ${document.version()}, ${document.allChannels().all().length} channels, `
  + `${document.allOperations().all().length} operations, ${messages.length} messages, `
  + `${messages.filter((message) => message.schemaFormat()?.includes('avro')).length} of them in Avro`);
