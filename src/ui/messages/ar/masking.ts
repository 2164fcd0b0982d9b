import type { masking as english } from "../en/masking.ts"
import type { Translation } from "../translation.ts"

export const masking: Translation<typeof english> = {
  rules: "الحجب",
  "rules.lead":
    "ما يُستبدل قبل أن تغادر التذكرة المتصفح، لكل الفريق. يصل التغيير إلى المتصفحات مع الاستجابة التالية من الخادم الوسيط، خلال خمس دقائق.",
  "rules.on.strict": "الحجب: صارم",
  "rules.on.balanced": "الحجب: متوازن",
  "rules.says.strict": "تُستبدل الأسماء والعناوين والأماكن والشركات قبل أن يغادر أي شيء المتصفح.",
  "rules.says.balanced":
    "لا تُستبدل الأسماء والعناوين إلا حيث تكون شبه مؤكدة. هذا أضعف: يغادر بعضها المتصفح. يمكن لمسؤول اختيار الوضع الصارم.",
  "rules.mode": "الوضع",
  "rules.mode.strict": "صارم",
  "rules.mode.strict.lead": "تُستبدل أيضًا الأسماء والعناوين والأماكن والشركات داخل النص.",
  "rules.mode.balanced": "متوازن",
  "rules.mode.balanced.lead": "أضعف: لا تُستبدل الأسماء والعناوين إلا حيث تكون شبه مؤكدة، فيغادر بعضها المتصفح.",

  "rules.keep": "لا يُستبدل أبدًا",
  "rules.keep.lead":
    "علاماتك التجارية ومنتجاتك وعناوينك وأرقام هاتفك وحساباتك. يُؤخذ ما في المقالات العامة مع كل استيراد، وما تزيله يبقى مزالًا.",
  "rules.keep.none": "لا كلمات بعد.",
  "rules.keep.add": "كلمة لا تُستبدل أبدًا",
  "rules.names": "يُستبدل دائمًا، كاسم",
  "rules.names.lead": "أسماء لا يُتعرَّف عليها، مثل اسم عائلة نادر.",
  "rules.names.none": "لا أسماء بعد.",
  "rules.names.add": "اسم يُستبدل دائمًا",
  "rules.add": "إضافة",
  "rules.out": "إزالة",
  "rules.word.length": "أدخل من 2 إلى 100 حرف.",
  "rules.word.there": "“{word}” في القائمة بالفعل.",
  "rules.word.other": "“{word}” في القائمة الأخرى. أزلها من هناك أولًا.",
  "rules.word.full": `في القائمة {most, plural, zero {# كلمة} one {كلمة واحدة} two {كلمتان} few {# كلمات} many {# كلمة}
    other {# كلمة}}، وهو الحد الأقصى. أزل بعضها أولًا.`,
  "rules.from.articles": `{count, plural, zero {{sort}، دون مقالات} one {{sort}، من مقالة واحدة} two {{sort}، من مقالتين}
    few {{sort}، من # مقالات} many {{sort}، من # مقالة} other {{sort}، من # مقالة}}`,
  "rules.from.team": "بواسطة {name}",
  "rules.from.agent": "بواسطة {name}، وكيل",
  "rules.from.new": "لم تُعيَّن بعد",
  "rules.sort.email": "عنوان بريد إلكتروني",
  "rules.sort.phone": "رقم هاتف",
  "rules.sort.iban": "حساب",
  "rules.sort.address": "عنوان بريدي",
  "rules.sort.domain": "مضيف",
  "rules.sort.brand": "علامة تجارية أو منتج",
  "rules.proposed": `{count, plural, zero {لا كلمات أخرى في المقالات العامة} one {كلمة أخرى في المقالات العامة}
    two {كلمتان أخريان في المقالات العامة} few {# كلمات أخرى في المقالات العامة}
    many {# كلمة أخرى في المقالات العامة} other {# كلمة أخرى في المقالات العامة}}`,
  "rules.proposed.lead": "قد تخص شخصًا، أو لا ترد إلا في مقالات قليلة، لذا تُحجب ما لم تختر غير ذلك.",
  "rules.proposed.keep": "عدم الاستبدال أبدًا",
  "rules.agents": "يمكن للوكلاء إضافة كلمات",
  "rules.agents.lead": "لكل كلمة إصدار يذكر من أضافها، ويمكن التراجع عنه.",

  "rules.pattern": "أرقام الطلبيات",
  "rules.pattern.lead":
    "تعبير نمطي. ما يطابقه رقم طلبية ولا يُحجب، أما البطاقات والحسابات فتُحجب على أي حال. إن كان فارغًا بقيت الأرقام التي تلي كلمة مثل “طلبية”.",
  "rules.try": "تجربته على نص",
  "rules.try.found": "يطابق {found}.",
  "rules.try.nothing": "لا يطابق شيئًا فيه.",
  "rules.pattern.broken": "هذا ليس تعبيرًا نمطيًا صحيحًا. راجع أقواسه، واكتب \u2066\\\u2069 قبل العلامة المقصودة لذاتها.",
  "rules.pattern.long": "أطول من 200 حرف. اختصره.",
  "rules.pattern.empty": "يطابق النص الفارغ أيضًا. اجعله يتطلب حرفًا واحدًا على الأقل، مثل \u2066\\d'{'4,10'}'\u2069.",
  "rules.pattern.nested": "مجموعة مكررة تحوي تكرارًا أو خيارًا، وقد تستغرق المطابقة بلا نهاية. اكتب المجموعة كاملة.",
  "rules.pattern.reference":
    "يشير إلى مجموعة سابقة (\u2066\\1\u2069)، وقد يستغرق ذلك بلا نهاية. اكتب المقصود مرة ثانية.",
  "rules.pattern.many":
    "يمكن أن يطابق بطرق كثيرة جدًا، وقد يستغرق ذلك بلا نهاية. ضع للتكرار حدًا صغيرًا، مثل \u2066\\d'{'4,10'}'\u2069 بدل \u2066\\d+\u2069، حتى 64.",
  "rules.pattern.no-digit":
    "يطابق أيضًا كلمات بلا أرقام، ومنها الأسماء. اجعله يتطلب رقمًا، مثل \u2066\\d'{'4,10'}'\u2069.",

  "rules.save": "تعيين القواعد",
  "rules.saving": "جارٍ التعيين.",
  "rules.saved": "عُيّنت.",
  "rules.same": "لم يتغير شيء",
  "rules.drop": "تجاهل تغييراتي",
  "rules.changed": "غُيّرت القواعد قبلك بواسطة {name}. لم يُعيَّن شيء مما كتبت.",
  "rules.changed.lead": "الإصدار الآخر هو {version}. سيحل إصدارك محله كله.",
  "rules.theirs": "اعتماد الإصدار الآخر",
  "rules.mine": "تعيين إصداري بدلًا منه",
  "rules.import": "استيراد مقالات",

  "notice.unmasked-data":
    "وجد الخادم الوسيط {what} دون حجب، فرفض الطلب.|تحجبه “إعادة الإنشاء” مجددًا. إن تكرر ذلك، فاكتب الرد بنفسك وأبلغ من يدير الخادم الوسيط.",
  "unmasked.word.card": "رقم بطاقة",
  "unmasked.word.iban": "رقم حساب",
  "unmasked.word.email": "عنوان بريد إلكتروني",
  "unmasked.word.some": "بيانات شخصية",
  refused: "نتائج مرفوضة",
  "refused.lead": "رفض الخادم الوسيط نتائج هذه الردود، لأن فيها شيئًا غير محجوب. لم يخزّن شيئًا. تنتظر هنا مشفّرةً.",
  "refused.item": "التذكرة {ticket}، دون حجب: {what}.",
  "refused.mask": "حجب وإرسال",
  "refused.discard": "تجاهل",
  "refused.busy": "جارٍ المعالجة",
  "refused.failed": "لم ينجح ذلك. ما زالت النتيجة تنتظر هنا؛ أعد المحاولة.",

  "override.fixed.address":
    "لا يقبل الخادم الوسيط من عناوين البريد الإلكتروني إلا عناوين الفريق. يمكن لقائد فريق أو مسؤول إضافته إلى قائمة ما لا يُستبدل أبدًا.",
  "review.note.masked": "تُستبدل الأسماء والعناوين والأرقام الواردة فيها قبل أن تغادر الملاحظة هذا المتصفح.",
  "lead.fault.unmasked-data":
    "وجد الخادم الوسيط في الملاحظة رقم بطاقة أو حسابًا أو عنوان بريد إلكتروني.|لم يُحفظ شيء. أزله، ثم احفظ مجددًا.",

  "rules.team": "وللفريق أيضًا",
  "rules.team.lead": "تُرسل الكلمة وحدها إلى الخادم الوسيط دون حجب، ومنه إلى متصفحات الفريق. يمكن لمسؤول إزالتها.",

  "rules.versions": "الإصدارات",
  "rules.version": "الإصدار {version}",
  "rules.version.now": "الحالي",
  "rules.by.saved": "{name}، {when}",
  "rules.by.word": "كلمة أضيفت بواسطة {name}، {when}",
  "rules.by.import": "استيراد مقالات، {when}",
  "rules.by.sites": "غُيّر إعداد تجزئة المواقع (hash) بواسطة {name}، {when}",
  "rules.by.undo": "رجوع إلى الإصدار {of} بواسطة {name}، {when}",
  "rules.version.added": "أُضيف: {words}.",
  "rules.version.gone": "أُزيل: {words}.",
  "rules.version.more": `{count, plural, zero {{words}} one {{words} وواحدة أخرى} two {{words} واثنتان أخريان}
    few {{words} و# أخرى} many {{words} و# أخرى} other {{words} و# أخرى}}`,
  "rules.version.none": "لم تُضف كلمة ولم تُزل.",
  "rules.undo": "رجوع إلى الإصدار {version}",
  "rules.undo.start": "رجوع إلى البداية",
  "rules.undone": "عُيّن الإصدار {version} مجددًا.",
  "rules.undo.typed": "عيّن تغييراتك أو تجاهلها أولًا",
  "rules.somebody": "شخص ما"
}
