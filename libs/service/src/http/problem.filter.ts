import { currentTrace, describe } from '@aigaq/events';
import { STEP_UP_CHALLENGE } from '@aigaq/identity';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Catalogue, type Language, preferredLanguage } from './catalogue.js';
import { type Refusal, refusalOf } from './problem.js';

/** Every error becomes `application/problem+json` (RFC 9457) in the language that was asked for. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);
  private readonly catalogue = Catalogue.read();

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = refusalOf(error);
    if (refusal.status >= 500) {
      this.log.error(`${request.method} ${request.url.split('?')[0]}: ${describe(error)}`, error instanceof Error ? error.stack : undefined);
    }
    if (refusal.status === 401) {
      void reply.header('www-authenticate', 'Bearer');
    }
    if (refusal.code === 'token.step_up_needed') {
      void reply.header('www-authenticate', STEP_UP_CHALLENGE);
    }
    const language = preferredLanguage(request.headers['accept-language']);
    void reply
      .status(refusal.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', language)
      .header('cache-control', 'no-store')
      .send(JSON.stringify(this.problemOf(refusal, language)));
  }

  private problemOf({ status, code, data = {}, fields }: Refusal, language: Language): object {
    const title = this.catalogue.find(language, `status.${status}`) ?? this.catalogue.find(language, 'status.400') ?? '';
    const { correlationId } = currentTrace();
    return {
      type: `urn:aigaq:problem:${code}`,
      title,
      status,
      code,
      detail: this.catalogue.find(language, code, data) ?? title,
      ...(Object.keys(data).length > 0 && { data }),
      ...(fields && {
        fields: fields.map(({ path, reason }) => ({ path, message: this.catalogue.find(language, `field.${reason}`) ?? reason })),
      }),
      ...(correlationId !== undefined && { correlationId }),
    };
  }
}
