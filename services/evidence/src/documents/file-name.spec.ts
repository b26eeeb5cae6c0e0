import { attachment } from './file-name.js';

describe('the name of a download', () => {
  it.each([
    ['order.pdf', `attachment; filename="order.pdf"; filename*=UTF-8''order.pdf`],
    ['Бұйрық № 7.pdf', `attachment; filename="______ _ 7.pdf"; filename*=UTF-8''%D0%91%D2%B1%D0%B9%D1%80%D1%8B%D2%9B%20%E2%84%96%207.pdf`],
    ['a"; b=\r\nx: y.pdf', `attachment; filename="a__ b___x_ y.pdf"; filename*=UTF-8''a%22%3B%20b%3D%0D%0Ax%3A%20y.pdf`],
    ["it's (1).pdf", `attachment; filename="it_s (1).pdf"; filename*=UTF-8''it%27s%20%281%29.pdf`],
    ['\ud800.pdf', `attachment; filename="_.pdf"; filename*=UTF-8''%EF%BF%BD.pdf`],
  ])('of %j is safe in a header', (name, header) => expect(attachment(name)).toBe(header));
});
