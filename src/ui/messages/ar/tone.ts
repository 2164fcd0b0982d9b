import type { tone as english } from "../en/tone.ts"
import type { Translation } from "../translation.ts"

export const tone: Translation<typeof english> = {
  "tone.rule.blame.why": "يُفهم منه أن الخطأ خطأ العميل.",
  "tone.rule.blank.why": "ما زال يجب ملؤه أو حذفه.",
  "tone.rule.coldness.why": "رفض دون كلمة لطيفة أو سبب أو خطوة تالية.",
  "tone.rule.insult.why": "يهين العميل أو يستخف بما كتبه.",
  "tone.rule.jargon.why": "كلمة لا يستخدمها إلا فريقك.",
  "tone.rule.missing-greeting.why": "يبدأ الرد الأول دون تحية.",
  "tone.rule.missing-greeting.fix": "البدء بـ “{text}”",
  "tone.rule.over-apology.why": "يكفي اعتذار واحد.",
  "tone.rule.over-apology.fix": "حذفه",
  "tone.rule.promise.why": "وعد ليس في سلسلة الرسائل ولا في أي مصدر.",
  "tone.rule.shouting.why": "يُقرأ كأنه صراخ.",
  "tone.rule.voice-emoji.why":
    "{most, select, 0 {لا رموز تعبيرية في هذا الأسلوب.} other {رموز تعبيرية أكثر مما يسمح به الأسلوب ({most}).}}",
  "tone.rule.voice-emoji.fix": "حذفه",
  "tone.rule.voice-forbidden.why": "لا يقول الأسلوب هذا.",
  "tone.rule.voice-formality.why": "يخاطب الأسلوب العملاء بـ “{form}”.",
  "tone.rule.voice-greeting.why": "يبدأ الأسلوب بـ “{greeting}”.",
  "tone.rule.voice-greeting.fix": "البدء بـ “{text}”",
  "tone.rule.voice-length.why": `في الرد {unit, select, words {{count, plural, zero {# كلمة} one {كلمة واحدة} two {كلمتان} few {# كلمات}
    many {# كلمة} other {# كلمة}}} other {{count, plural, zero {# حرف} one {حرف واحد} two {حرفان} few {# أحرف}
    many {# حرفًا} other {# حرف}}}}، والأسلوب أو القناة يسمح بـ {most}.`,
  "tone.rule.voice-length.fix": "حذف الشكر والاعتذار",
  "tone.rule.voice-name.why":
    "تحية الأسلوب {naming, select, first {بالاسم الأول} full {بالاسم الكامل} other {دون اسم}}.",
  "tone.rule.voice-preferred.why": "في الأسلوب كلمة أخرى لهذا.",
  "tone.rule.voice-sign-off.why": "يُختم الأسلوب بـ “{signOff}”.",
  "tone.rule.voice-sign-off.fix": "الختم بـ “{signOff}”",
  "tone.rule.wrong-language.why": "يكتب العميل باللغة: {language}.",
  "tone.rule.wrong-name.why": "اسم العميل {name}.",
  "tone.rule.wrong-name.unknown": "للعميل اسم آخر.",
  tone: "نبرة ردك",
  "tone.look": "فحص النبرة",
  "tone.again": "إعادة الفحص",
  "tone.count": "للمراجعة: {count, number}",
  "tone.found": "نبرة ردك، للمراجعة: {count, number}.",
  "tone.none": "يفحص النص في محرر الرد. تعمل القواعد في هذا المتصفح فقط.",
  "tone.model.none": "عند الضغط على الزر وبعد الإدراج، يقرأ {model} أيضًا الرد محجوبًا.",
  "tone.model.blame": "يرى {model} أنه يحمّل العميل الخطأ.",
  "tone.model.coldness": "يراه {model} باردًا.",
  "tone.model.insult": "يراه {model} مهينًا.",
  "tone.model.jargon": "يرى {model} فيه كلمات قد لا يعرفها العميل.",
  "tone.model.over-apology": "يرى {model} أنه يبالغ في الاعتذار.",
  "tone.model.shouting": "يرى {model} أنه يصرخ.",
  "tone.model.asking": "يقرؤه {model} الآن أيضًا.",
  "tone.model.done": `وقرأه {model} أيضًا.{dropped, plural, =0 {} zero {} one { أُهمل تنبيه عن كلمات غير موجودة.}
    two { أُهمل تنبيهان عن كلمات غير موجودة.} few { أُهملت # تنبيهات عن كلمات غير موجودة.}
    many { أُهمل # تنبيهًا عن كلمات غير موجودة.} other { أُهمل # تنبيه عن كلمات غير موجودة.}}`,
  "tone.model.late": "استغرق {model} وقتًا طويلًا، ففحصته القواعد وحدها. اضغط “إعادة الفحص” لسؤاله ثانيةً.",
  "tone.model.malformed": "تعذّرت قراءة إجابة {model}، ففحصته القواعد وحدها. اضغط “إعادة الفحص” لسؤاله ثانيةً.",
  "tone.model.failed": "تعذّر سؤال {model}، ففحصته القواعد وحدها. اضغط “إعادة الفحص” لسؤاله ثانيةً.",
  "tone.empty": "محرر الرد فارغ.",
  "tone.clean": "لا شيء للمراجعة.",
  "tone.fine": "مناسب هنا",
  "tone.fine.label": "مناسب هنا: “{quote}”",
  "tone.never": "عدم التنبيه مجددًا",
  "tone.never.label": "عدم التنبيه مجددًا: “{quote}”",
  "tone.decide":
    "يسري “مناسب هنا” على هذه التذكرة. يخفي “عدم التنبيه مجددًا” القاعدة في هذا المتصفح. يرى قادة الفريق أي قاعدة هي، ولا يرون كلماتك أبدًا.",
  "tone.hidden": `{count, plural, zero {لا قواعد مخفية.} one {قاعدة واحدة مخفية.} two {قاعدتان مخفيتان.}
    few {# قواعد مخفية.} many {# قاعدة مخفية.} other {# قاعدة مخفية.}}`,
  "tone.hidden.show": "إعادة إظهارها",
  "tone.fix.write": "كتابة “{text}”",
  "tone.refused.number": "تغيير الأرقام لك وحدك: لا إصلاح بنقرة واحدة.",
  "tone.refused.date": "تغيير التواريخ لك وحدك: لا إصلاح بنقرة واحدة.",
  "tone.refused.name": "تغيير الأسماء، وما قد يكون اسمًا، لك وحدك: لا إصلاح بنقرة واحدة.",
  "tone.refused.link": "تغيير الروابط لك وحدك: لا إصلاح بنقرة واحدة.",
  "tone.refused.negation": "سيغيّر ذلك ما يرفضه الرد: لا إصلاح بنقرة واحدة."
}
