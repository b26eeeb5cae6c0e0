import { ESLint } from 'eslint';

// A boundary that has never been seen to fail does not exist: one forbidden import per row.
const FORBIDDEN: [file: string, imported: string][] = [
  ['libs/kernel/src/x.ts', 'zod'],
  ['libs/kernel/src/x.ts', '@aigaq/contracts'],
  ['libs/contracts/src/x.ts', '@aigaq/kernel'],
  ['libs/contracts/src/x.ts', 'zod'],
  ['libs/calendar/src/x.ts', 'mongoose'],
  ['libs/calendar/src/x.ts', '@aigaq/tasks-service'],
  ['libs/names/src/x.ts', 'mongoose'],
  ['libs/evidence-rule/src/x.ts', 'mongoose'],
  ['libs/directory/src/x.ts', 'kafkajs'],
  ['libs/events/src/x.ts', 'minio'],
  ['libs/storage/src/x.ts', 'kafkajs'],
  ['libs/identity/src/x.ts', 'mongoose'],
  ['libs/mail/src/x.ts', 'minio'],
  ['libs/documents/src/x.ts', '@nestjs/common'],
  ['libs/signatures/src/x.ts', '@nestjs/common'],
  ['libs/signatures/src/x.ts', 'node:https'],
  ['libs/service/src/x.ts', 'nodemailer'],
  ['services/tasks/src/assignments/assignment.ts', '@nestjs/common'],
  ['services/tasks/src/assignments/assignment.ts', '@aigaq/service'],
  ['services/tasks/src/assignments/assignment.ts', 'mongoose'],
  ['services/tasks/src/assignments/assignment.errors.ts', '@nestjs/common'],
  ['services/tasks/src/assignments/assignments.service.ts', 'mongoose'],
  ['services/tasks/src/assignments/assignments.controller.ts', '@nestjs/mongoose'],
  ['services/tasks/src/assignments/assignments.consumer.ts', 'kafkajs'],
  ['services/tasks/src/assignments/assignments.repository.ts', 'kafkajs'],
  ['services/tasks/src/assignments/assignments.repository.ts', '@aigaq/evidence-service'],
  ['services/tasks/src/assignments/assignments.module.ts', 'minio'],
  ['services/tasks/src/assignments/assignments.service.ts', '@aigaq/evidence-service'],
  ['services/tasks/src/assignments/assignments.service.ts', '../../../evidence/../services/evidence/src/x.js'],
  ['services/platform/src/x.ts', 'mongoose'],
  ['services/platform/src/x.ts', '../../../libs/kernel/src/index.js'],
  ['services/portal/src/x.ts', '@nestjs/common'],
  ['services/portal/src/x.ts', '@aigaq/tasks-service'],
];

const ALLOWED: [file: string, imported: string][] = [
  ['libs/events/src/x.ts', 'kafkajs'],
  ['services/tasks/src/assignments/assignment.ts', '@aigaq/kernel'],
  ['services/tasks/src/assignments/assignments.repository.ts', 'mongoose'],
  ['services/tasks/src/assignments/assignments.service.ts', '@nestjs/common'],
  ['services/platform/src/x.ts', '@aigaq/tasks-service'],
];

const eslint = new ESLint({
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } }],
  ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports',
});

async function refusals(file: string, imported: string): Promise<number> {
  const results = await eslint.lintText(`import {} from '${imported}';\n`, { filePath: file });
  expect(results.flatMap(({ messages }) => messages).filter(({ fatal }) => fatal)).toEqual([]);
  return results.flatMap(({ messages }) => messages).length;
}

describe('who may import whom', () => {
  it.each(FORBIDDEN)('%s may not import %s', async (file, imported) => {
    expect(await refusals(file, imported)).toBeGreaterThan(0);
  });

  it.each(ALLOWED)('%s may import %s', async (file, imported) => {
    expect(await refusals(file, imported)).toBe(0);
  });
});
