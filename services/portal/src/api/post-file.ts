import { ApiError, NO_ANSWER, parse } from './problem.js';

interface Form {
  url: string;
  fields: Record<string, string>;
}

/** Posts the file straight to the store with its signed form; XMLHttpRequest because fetch tells no progress. */
export function postFile(form: Form, file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    Object.entries(form.fields).forEach(([name, value]) => body.append(name, value));
    body.append('file', file, file.name);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => (request.status < 300 ? resolve() : reject(refusalOf(request)));
    request.onerror = () => reject(new ApiError(0, NO_ANSWER, ''));
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.open('POST', form.url);
    request.send(body);
  });
}

function refusalOf(request: XMLHttpRequest): ApiError {
  const body = parse(request.responseText) as { code?: string; detail?: string } | null;
  return new ApiError(request.status, body?.code ?? 'store.refused', body?.detail ?? '');
}
