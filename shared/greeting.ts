const greetings =
  /(?<!\p{L})(?:здравствуй(?:те)?|приветств\p{L}+|привет(?:ик)?|добр(?:ый|ое|ой|ого)|день|вечер|утро|времени|суток|салом|ассалому?|алайкум|алейкум|коллеги|уважаемы[ей]|salom|assalomu?|alaykum|aleykum|xayrli|kun|tong|kech|hello|hi|hey|good|morning|afternoon|evening|day|dear|all|team|есть|у|меня|вопрос|помогите|пожалуйста|help|please|yordam|bering|savol|bor)(?!\p{L})/giu;

/** Whether a text greets or calls for help and says nothing besides. */
export const isOnlyGreeting = (text: string): boolean =>
  !/[\p{L}\d]/u.test(text.replace(greetings, ''));
