export type Language = 'kk' | 'ru';

export const LANGUAGES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский' };

const ru = {
  product: 'Айғақ',
  purpose: 'Предупреждение и противодействие коррупции',
  title: 'Вход в систему',
  username: 'Имя пользователя',
  password: 'Пароль',
  submit: 'Войти',
  wrong: 'Неверное имя пользователя или пароль. Проверьте и введите ещё раз.',
  wait: 'Слишком много попыток. Повторите через {seconds} с.',
  againTitle: 'Подтвердите, что это вы',
  again: 'Для важного действия нужно ещё раз ввести пароль.',
  newTitle: 'Новый пароль',
  newWhy: 'Вы вошли с временным паролем. Придумайте свой: не менее 10 знаков, заглавная и строчная буквы и цифра.',
  newPassword: 'Новый пароль',
  newAgain: 'Новый пароль ещё раз',
  newSubmit: 'Сохранить и войти',
  weak: 'Пароль слишком простой. Нужно не менее 10 знаков, заглавная и строчная буквы и цифра.',
  used: 'Этот пароль временный. Придумайте другой.',
  different: 'Пароли не совпадают. Введите их ещё раз.',
  goneTitle: 'Страница входа устарела',
  gone: 'Откройте систему заново и войдите ещё раз.',
  refusedTitle: 'Войти не удалось',
  refused: 'Запрос на вход составлен неверно. Откройте систему заново.',
  open: 'Открыть систему',
  leaveTitle: 'Выход из системы',
  leave: 'Вы хотите выйти из системы?',
  leaveYes: 'Выйти',
  leaveNo: 'Остаться',
  leftTitle: 'Вы вышли из системы',
  left: 'Чтобы продолжить работу, войдите снова.',
  languages: 'Язык',
};

export type Texts = typeof ru;

const kk: Texts = {
  product: 'Айғақ',
  purpose: 'Сыбайлас жемқорлықтың алдын алу және оған қарсы іс-қимыл',
  title: 'Жүйеге кіру',
  username: 'Пайдаланушы аты',
  password: 'Құпиясөз',
  submit: 'Кіру',
  wrong: 'Пайдаланушы аты немесе құпиясөз қате. Тексеріп, қайта енгізіңіз.',
  wait: 'Әрекет саны тым көп. {seconds} секундтан кейін қайталаңыз.',
  againTitle: 'Бұл сіз екеніңізді растаңыз',
  again: 'Маңызды әрекет үшін құпиясөзді қайта енгізу қажет.',
  newTitle: 'Жаңа құпиясөз',
  newWhy: 'Сіз уақытша құпиясөзбен кірдіңіз. Өз құпиясөзіңізді ойлап табыңыз: кемінде 10 таңба, бас әріп, кіші әріп және цифр.',
  newPassword: 'Жаңа құпиясөз',
  newAgain: 'Жаңа құпиясөзді қайталаңыз',
  newSubmit: 'Сақтап, кіру',
  weak: 'Құпиясөз тым қарапайым. Кемінде 10 таңба, бас әріп, кіші әріп және цифр болуы керек.',
  used: 'Бұл құпиясөз уақытша. Басқасын ойлап табыңыз.',
  different: 'Құпиясөздер сәйкес келмейді. Қайта енгізіңіз.',
  goneTitle: 'Кіру беті ескірген',
  gone: 'Жүйені қайта ашып, тағы бір рет кіріңіз.',
  refusedTitle: 'Жүйеге кіру мүмкін болмады',
  refused: 'Кіру сұрауы дұрыс жасалмаған. Жүйені қайта ашыңыз.',
  open: 'Жүйені ашу',
  leaveTitle: 'Жүйеден шығу',
  leave: 'Жүйеден шыққыңыз келе ме?',
  leaveYes: 'Шығу',
  leaveNo: 'Қалу',
  leftTitle: 'Сіз жүйеден шықтыңыз',
  left: 'Жұмысты жалғастыру үшін қайта кіріңіз.',
  languages: 'Тіл',
};

export const TEXTS: Record<Language, Texts> = { kk, ru };

/** The first language of a list like `kk-KZ ru` that we have; Russian otherwise, as in our Keycloak realm. */
export function languageOf(...wishes: readonly unknown[]): Language {
  const codes = wishes.flatMap((wish) => (typeof wish === 'string' ? wish.split(/[\s,]+/) : [])).map((wish) => wish.slice(0, 2));
  return codes.find((code): code is Language => code === 'kk' || code === 'ru') ?? 'ru';
}
