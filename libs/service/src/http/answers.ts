import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

const ANSWER = 'aigaq:answer';

/** What an endpoint answers with: JSON of a form, or bytes of a type. */
export type Answer = z.ZodType | { mediaType: string };

/** Says the form of the answer, for the description of the interface (docs/openapi.json). An endpoint without it answers with nothing. */
export const Answers = (answer: Answer): MethodDecorator => SetMetadata(ANSWER, answer);

export function answerOf(handler: (...args: never[]) => unknown): Answer | undefined {
  return Reflect.getMetadata(ANSWER, handler) as Answer | undefined;
}
