import type { figures as english } from "../en/figures.ts"
import type { Translation } from "../translation.ts"

export const figures: Translation<typeof english> = {
  "figures.interval": "{low} إلى \u2066{high}%\u2069",
  "figures.count": "{n}",
  "figures.of": "{n} من {of}",
  "figures.n-share": "{n} ({share})",
  "figures.cell": "{share} ({interval})",
  "figures.share": "{share} ({interval})، {n} من {of}",
  "figures.share.few": "{n} من {of}، لا يكفي بعد: {more}",
  "figures.few": "لا يكفي بعد",
  "figures.few.so-far": "{n} من {of} حتى الآن.",
  "figures.more": `{count, plural, zero {لا يلزم المزيد} one {تلزم حالة أخرى} two {تلزم حالتان أخريان}
    few {تلزم # حالات أخرى} many {تلزم # حالة أخرى} other {تلزم # حالة أخرى}}`,
  "figures.more.group": `{count, plural, zero {لا يكفي بعد حسب {by}.}
    one {لا يكفي بعد حسب {by}: تلزم مسودة مستخدمة أخرى واحدة في مجموعة واحدة.}
    two {لا يكفي بعد حسب {by}: تلزم مسودتان مستخدمتان أخريان في مجموعة واحدة.}
    few {لا يكفي بعد حسب {by}: تلزم # مسودات مستخدمة أخرى في مجموعة واحدة.}
    many {لا يكفي بعد حسب {by}: تلزم # مسودة مستخدمة أخرى في مجموعة واحدة.}
    other {لا يكفي بعد حسب {by}: تلزم # مسودة مستخدمة أخرى في مجموعة واحدة.}
  }`,
  "figures.more.timed": `{count, plural, zero {لا يكفي بعد حسب {by}.}
    one {لا يكفي بعد حسب {by}: تلزم مسودة أخرى مقيسة الوقت واحدة في مجموعة واحدة.}
    two {لا يكفي بعد حسب {by}: تلزم مسودتان أخريان مقيستا الوقت في مجموعة واحدة.}
    few {لا يكفي بعد حسب {by}: تلزم # مسودات أخرى مقيسة الوقت في مجموعة واحدة.}
    many {لا يكفي بعد حسب {by}: تلزم # مسودة أخرى مقيسة الوقت في مجموعة واحدة.}
    other {لا يكفي بعد حسب {by}: تلزم # مسودة أخرى مقيسة الوقت في مجموعة واحدة.}
  }`,
  "figures.none": "لا ردود بعد.",
  "figures.none-such": "لا ردود تطابق المختار أعلاه. اختر مدة أطول، أو مرشّحات أقل.",
  "figures.none-here": "لا ردود.",
  "figures.none.used": "لا مسودة مستخدمة شوهد إرسالها بعد.",
  "figures.loading": "جارٍ تحميل الأرقام.",
  "figures.not-told": "غير مذكور",
  "figures.week": "الأسبوع {n}",
  "figures.week.of": "الأسبوع {n} من {year}",
  "figures.whole": "الكل",
  "figures.span": `{count, plural, zero {{from} إلى {to}: لا ردود من وكلاء على تذاكر جرى التعرّف عليها.}
    one {{from} إلى {to}: رد واحد من وكيل على تذكرة جرى التعرّف عليها.}
    two {{from} إلى {to}: ردّان من وكلاء على تذاكر جرى التعرّف عليها.}
    few {{from} إلى {to}: # ردود من وكلاء على تذاكر جرى التعرّف عليها.}
    many {{from} إلى {to}: # ردًا من وكلاء على تذاكر جرى التعرّف عليها.}
    other {{from} إلى {to}: # رد من وكلاء على تذاكر جرى التعرّف عليها.}
  }`,
  "figures.unasked":
    "{count, plural, zero {طُلبت مسودة لكل رد.} one {رد واحد لم تُطلب له مسودة، ويُحسب على حدة.} two {ردّان لم تُطلب لهما مسودة، ويُحسبان على حدة.} few {# ردود لم تُطلب لها مسودة، وتُحسب على حدة.} many {# ردًا لم تُطلب لها مسودة، وتُحسب على حدة.} other {# رد لم تُطلب له مسودة، ويُحسب على حدة.}}",
  digest: "منذ زيارتك الأخيرة في {day}",
  "digest.first": "الأيام السبعة الأخيرة",
  "digest.lead": "كل الردود أيًا كانت عوامل التصفية. الأكثر اختلافًا قياسًا إلى فتراته يأتي أولًا.",
  "digest.figure": "الرقم",
  "digest.before": "الأسابيع الأربعة السابقة",
  "digest.since": "منذ ذلك الحين",
  "figures.clustered":
    "تراعي الفترات تشابه ردود الوكيل الواحد أو التذكرة الواحدة: عدد الوكلاء {agents, number}، وأثر التصميم {effect}.",
  "figures.clustered.few":
    "تصح الفترات لهؤلاء الوكلاء ({agents, number}) فقط، فعددهم لا يكفي لقياس الفروق بينهم. وهي تراعي تشابه ردود التذكرة الواحدة.",
  "figures.partial": "{name} (غير مكتمل)",
  "figures.version": "{group}، الإصدار {pipeline}",
  "figures.no-draft": "لم تُعرض مسودة",
  "figures.points": "{difference} نقطة ({low} إلى {high})، للوكلاء أنفسهم مع الإصدارين. تصح الفترة مهما تكرر النظر.",
  "finding.change.better": "إصدار المسودات {after} أفضل من {before}: يُقبل أكثر",
  "finding.change.worse": "إصدار المسودات {after} أسوأ من {before}: يُقبل أقل",
  "finding.change.none": "القبول: لا فرق ظاهرًا بين إصداري المسودات {before} و{after}",
  "finding.leads.few": "رأي قادة الفريق في المسودات: لا يكفي بعد",
  "finding.leads": "يرسل قادة الفريق {share} من المسودات كما هي",
  "leads.lead":
    "تقدير لكل الحالات ذات المسودة ({cases, number}) مما رُوجع بترتيب عشوائي ({random, number})، مع فترات ثقة عند ⁦95%⁩. الحالات التي اختارها القادة ({chosen, number}) تمثل نفسها فقط.",
  "leads.more":
    "{count, plural, zero {لا يلزم المزيد.} one {تلزم مراجعة أخرى بترتيب عشوائي.} two {تلزم مراجعتان أخريان بترتيب عشوائي.} few {تلزم # مراجعات أخرى بترتيب عشوائي.} many {تلزم # مراجعة أخرى بترتيب عشوائي.} other {تلزم # مراجعة أخرى بترتيب عشوائي.}}",
  "chart.leads": "رأي قادة الفريق في المسودات",
  "causes.article": "الصفحات وراء معظم التعديلات الكبيرة",
  "causes.article.most": "معظم التعديلات الكبيرة مع الصفحة “{name}”",
  "causes.article.none": "الصفحات وراء معظم التعديلات الكبيرة: لا شيء بعد",
  "causes.topic": "المواضيع وراء معظم التعديلات الكبيرة",
  "causes.topic.most": "معظم التعديلات الكبيرة مع الموضوع “{name}”",
  "causes.topic.none": "المواضيع وراء معظم التعديلات الكبيرة: لا شيء بعد",
  "causes.lead":
    "{count, plural, zero {لا مسودات مستخدمة.} one {من مسودة مستخدمة واحدة: كم عُدّل منها كثيرًا من كل ما ورد فيه.} two {من مسودتين مستخدمتين: كم عُدّل منهما كثيرًا من كل ما ورد فيه.} few {من # مسودات مستخدمة: كم عُدّل منها كثيرًا من كل ما ورد فيه.} many {من # مسودة مستخدمة: كم عُدّل منها كثيرًا من كل ما ورد فيه.} other {من # مسودة مستخدمة: كم عُدّل منها كثيرًا من كل ما ورد فيه.}}",
  "col.article": "الصفحة",
  "col.topic": "الموضوع",
  "col.estimate": "من كل المسودات",
  "col.sample": "في العينة العشوائية",
  "col.said": "الرأي",
  "col.unasked": "لم تُطلب مسودة",
  "figures.table": "عرض كجدول",
  "figures.period": "المدة",
  "figures.period.4": "آخر 4 أسابيع",
  "figures.period.12": "آخر 12 أسبوعًا",
  "figures.period.52": "آخر 52 أسبوعًا",
  "figures.period.all": "كل الأوقات",
  "figures.by": "التقسيم حسب",
  "figures.by.each": "حسب {by}",
  "figures.by.week": "الأسبوع",
  "figures.by.helpdesk": "مكتب المساعدة",
  "figures.by.language": "اللغة",
  "figures.by.model": "النموذج",
  "figures.by.pipeline": "إصدار المسودات",
  "figures.by.title": "كل الأرقام حسب {by}",
  "figures.by.lead":
    "النسب مع فترات الثقة عند ⁦95%⁩: ذات المسودة والمستخدمة والمرفوضة من الردود التي طُلبت لها مسودة؛ ودون تغيير والتعديل الطفيف والكبير من المسودات المستخدمة. دون 30 حالة يظهر العدد فقط.",
  "figures.helpdesk": "مكتب المساعدة",
  "figures.helpdesk.all": "كل مكاتب المساعدة",
  "figures.language": "اللغة",
  "figures.language.all": "كل اللغات",
  "figures.model": "النموذج",
  "figures.model.all": "كل النماذج",
  "figures.pipeline": "إصدار المسودات",
  "figures.pipeline.all": "كل إصدارات المسودات",
  "kpi.accepted": "أُرسلت دون تغيير أو بتعديل طفيف",
  "kpi.used": "مسودات مستخدمة",
  "kpi.changed": "التغيير، الوسيط",
  "kpi.first-text": "من الفتح إلى أول نص، الوسيط",
  "kpi.of-used": `{count, plural, zero {{interval} دون مسودات مستخدمة} one {{interval} من مسودة مستخدمة واحدة}
    two {{interval} من مسودتين مستخدمتين} few {{interval} من # مسودات مستخدمة}
    many {{interval} من # مسودة مستخدمة} other {{interval} من # مسودة مستخدمة}}`,
  "kpi.of-eligible":
    "{count, plural, zero {{interval} دون ردود طُلبت لها مسودة} one {{interval} من رد واحد طُلبت له مسودة} two {{interval} من ردّين طُلبت لهما مسودة} few {{interval} من # ردود طُلبت لها مسودة} many {{interval} من # ردًا طُلبت لها مسودة} other {{interval} من # رد طُلبت له مسودة}}",
  "kpi.median-of": `{count, plural, zero {دون مسودات مستخدمة} one {من مسودة مستخدمة واحدة}
    two {من مسودتين مستخدمتين} few {من # مسودات مستخدمة} many {من # مسودة مستخدمة} other {من # مسودة مستخدمة}}`,
  "kpi.used-so-far": `{count, plural, zero {لا مسودات مستخدمة حتى الآن.} one {مسودة مستخدمة واحدة حتى الآن.}
    two {مسودتان مستخدمتان حتى الآن.} few {# مسودات مستخدمة حتى الآن.} many {# مسودة مستخدمة حتى الآن.}
    other {# مسودة مستخدمة حتى الآن.}}`,
  "kpi.timed": `{count, plural, zero {لا حالات حتى الآن.} one {حالة واحدة حتى الآن.} two {حالتان حتى الآن.}
    few {# حالات حتى الآن.} many {# حالة حتى الآن.} other {# حالة حتى الآن.}}`,
  "kpi.p95": `{count, plural, zero {95 من 100 خلال {time}، لا حالات} one {95 من 100 خلال {time}، حالة واحدة}
    two {95 من 100 خلال {time}، حالتان} few {95 من 100 خلال {time}، # حالات}
    many {95 من 100 خلال {time}، # حالة} other {95 من 100 خلال {time}، # حالة}}`,
  "finding.acceptance.few": "القبول: لا يكفي بعد",
  "finding.acceptance.one": "القبول، {group}: {share}",
  "finding.acceptance.rose": "ارتفع القبول من {low} ({from}) إلى {high} ({to})",
  "finding.acceptance.fell": "انخفض القبول من {low} ({from}) إلى {high} ({to})",
  "finding.acceptance.same": "القبول: لا تغيّر ظاهرًا بين {from} و{to}",
  "finding.acceptance.no-difference": "القبول حسب {by}: لا فرق ظاهرًا",
  "finding.acceptance.best": "قبول المسودات مع {best} أكثر منه مع {worst}",
  "finding.outcome": "ما آل إليه كل رد",
  "finding.outcome.none": "ما آل إليه كل رد: لا شيء بعد",
  "finding.outcome.used": "{share} من الردود التي طُلبت لها مسودة تُرسل منها",
  "finding.edit.few": "مقدار تغيير المسودات: لا يكفي بعد",
  "finding.edit.none": "نصف المسودات المستخدمة أو أكثر تُرسل دون تغيير",
  "finding.edit.median": "نصف المسودات المستخدمة تتغير بمقدار {share} أو أقل",
  "finding.first-text.few": "الوقت حتى أول نص: لا يكفي بعد",
  "finding.first-text": "نصف المسودات تعرض نصًا خلال {time} من الفتح",
  "finding.reasons": "الأسباب المذكورة مع “غير مفيدة”",
  "finding.reasons.none": "لا أسباب مذكورة بعد",
  "finding.reasons.most": "الأكثر ذكرًا مع “غير مفيدة”: {reason}",
  "chart.acceptance": "مسودات أُرسلت دون تغيير أو بتعديل طفيف",
  "chart.acceptance.lead":
    "نسبة المسودات المستخدمة التي أُرسلت دون تغيير أو بتغيير أقل من ⁦40%⁩، حسب الإصدار الذي كتبها. الأشرطة فترات الثقة عند ⁦95%⁩، والنقطة المفرغة أسبوع غير مكتمل، والعدد أسفلها عدد المستخدمة.",
  "chart.acceptance.lead.groups":
    "نسبة المسودات المستخدمة التي أُرسلت دون تغيير أو بتغيير أقل من \u206640%\u2069. الخطوط هي فترات الثقة عند \u206695%\u2069.",
  "chart.outcome": `{count, plural, zero {ما آلت إليه الردود} one {ما آل إليه رد واحد} two {ما آل إليه ردّان}
    few {ما آلت إليه # ردود} many {ما آل إليه # ردًا} other {ما آل إليه # رد}}`,
  "chart.outcome.lead":
    "{count, plural, zero {لا ردود طُلبت لها مسودة} one {رد واحد طُلبت له مسودة} two {ردّان طُلبت لهما مسودة} few {# ردود طُلبت لها مسودة} many {# ردًا طُلبت لها مسودة} other {# رد طُلبت له مسودة}}",
  "chart.outcome.lead.unknown":
    "{count, plural, zero {لا ردود طُلبت لها مسودة.} one {رد واحد طُلبت له مسودة.} two {ردّان طُلبت لهما مسودة.} few {# ردود طُلبت لها مسودة.} many {# ردًا طُلبت لها مسودة.} other {# رد طُلبت له مسودة.}} استُبعد ما استُخدم ولم يُشاهد إرساله: {unknown}.",
  "chart.edit": "مقدار ما تغيّر من المسودة قبل الإرسال",
  "chart.edit.lead": `{count, plural, zero {لا مسودات مستخدمة.}
    one {مسودة مستخدمة واحدة، حسب نسبة التغيير قبل الإرسال.}
    two {مسودتان مستخدمتان، حسب نسبة التغيير قبل الإرسال.}
    few {# مسودات مستخدمة، حسب نسبة التغيير قبل الإرسال.}
    many {# مسودة مستخدمة، حسب نسبة التغيير قبل الإرسال.}
    other {# مسودة مستخدمة، حسب نسبة التغيير قبل الإرسال.}
  }`,
  "chart.edit.unchanged": "دون تغيير",
  "chart.edit.range": "{from} إلى \u2066{to}%\u2069",
  "chart.edit.axis": "النسبة المئوية للتغيير في المسودة، من",
  "chart.edit.median": "الوسيط {share}",
  "chart.edit.heavy": "كبير من {share}",
  "chart.edit.description": `من أصل {of, plural, zero {# مسودة مستخدمة} one {مسودة مستخدمة واحدة} two {مسودتين مستخدمتين}
    few {# مسودات مستخدمة} many {# مسودة مستخدمة} other {# مسودة مستخدمة}}: أُرسلت {unchanged, number} دون تغيير،
    وتغيّرت {heavy, number} بنسبة \u206640%\u2069 أو أكثر.`,
  "chart.first-text": "الوقت من الفتح إلى أول نص",
  "chart.first-text.lead": `{count, plural, zero {لا مسودات.}
    one {مسودة واحدة. النقطة: نصفها أسرع. نهاية الخط: 95 من 100 أسرع.}
    two {مسودتان. النقطة: نصفها أسرع. نهاية الخط: 95 من 100 أسرع.}
    few {# مسودات. النقطة: نصفها أسرع. نهاية الخط: 95 من 100 أسرع.}
    many {# مسودة. النقطة: نصفها أسرع. نهاية الخط: 95 من 100 أسرع.}
    other {# مسودة. النقطة: نصفها أسرع. نهاية الخط: 95 من 100 أسرع.}
  }`,
  "tone-figures": "تنبيهات النبرة التي لم يُرِدها الوكلاء",
  "tone-figures.lead":
    "في آخر 90 يومًا. القاعدة التي يخفيها وكلاء كثيرون تنبّه إلى ما لا يضر في ردودكم: غيّر كلماتها، أو وضّح للوكلاء سبب وجودها.",
  "tone-figures.none": "لم يعدّ أي وكيل تنبيهًا مناسبًا، ولم يُخفِ قاعدة.",
  "tone-figures.rule": "القاعدة",
  "tone-figures.fine": "“مناسب هنا”",
  "tone-figures.agents": "من الوكلاء",
  "tone-figures.hidden": "أخفاها الوكلاء",
  "recommendation-figures": "المنتجات الموصى بها",
  "recommendation-figures.lead": `في آخر 90 يومًا. وضع الوكيل المنتج في الرد في {followed, number} من {offered, plural,
    zero {0 حالة} one {حالة واحدة} two {حالتين} few {# حالات} many {# حالة} other {# حالة}}. لا تُحسب المسودات التي لم يُشاهد ردها.`,
  "recommendation-figures.none": "لم يوصَ بمنتج مع مسودة شوهد ردها.",
  "recommendation-figures.product": "المنتج",
  "recommendation-figures.offered": "عُرض",
  "recommendation-figures.followed": "في الرد",
  "intent-figures": "موضوعات التذاكر: تصحيحات الوكلاء",
  "intent-figures.lead": "الأمثلة التي جرى التعلّم منها: {examples, number}، والأغراض: {intents, number}.",
  "intent-figures.corrected": "قد يكون الغرضان اللذان يُخلط بينهما كثيرًا غرضًا واحدًا: ادمج وسومهما. يُتعلَّم من كل تصحيح.",
  "intent-figures.none": "لم يصحّح أي وكيل شيئًا.",
  "intent-figures.told": "الموضوع المعروض",
  "intent-figures.said": "صُحّح إلى",
  "intent-figures.tickets": "التذاكر",
  "intent-figures.nothing": "لم يُعرض شيء",
  "intent-figures.none-of-these": "لا شيء منها",
  "chart.reasons": "أسباب كون المسودة غير مفيدة",
  "chart.reasons.lead": "المرفوض: {share}. قد تكون للمسودة الواحدة عدة أسباب.",
  "chart.reasons.none": "لم يذكر أحد سببًا بعد.",
  "col.accepted": "دون تغيير أو بتعديل طفيف",
  "col.result": "النتيجة",
  "col.replies": "الردود",
  "col.drafted": "لها مسودة",
  "col.used": "مستخدمة",
  "col.rejected": "مرفوضة",
  "col.unchanged": "دون تغيير",
  "col.light": "تعديل طفيف",
  "col.heavy": "تعديل كبير",
  "col.median": "التغيير، الوسيط",
  "col.p50": "أول نص، الوسيط",
  "col.p95": "95 من 100 خلال",
  "col.cases": "الحالات",
  "col.changed": "التغيير",
  "col.drafts": "المسودات",
  "col.reason": "السبب",
  "col.agents": "من الوكلاء",
  export: "الردود واحدًا واحدًا",
  "export.lead": "سطر لكل رد، مع المسودة والنص المرسل كما تعرضهما المراجعة، محجوبين.",
  "export.csv": "تصدير CSV",
  "export.jsonl": "تصدير JSONL",
  "export.cases.csv": "الحالات بصيغة CSV",
  "export.cases.jsonl": "الحالات بصيغة JSONL",
  "export.busy": "جارٍ إنشاء الملف.",
  "export.failed": "لم يُنشأ ملف.",
  versions: "إصدارات المسودات وما تغيّر",
  "versions.lead":
    "يبدأ إصدار جديد مع كل تغيير في النموذج أو التوجيه أو البحث أو التحقق أو الأسلوب أو الذاكرة. وتُذكر تغييرات أدلة الإجراءات والصفحات مع الإصدار الذي تلاها. ويظهر الاسم حيثما يُذكر الإصدار.",
  "versions.since":
    "{count, plural, zero {منذ {day}، لا ردود} one {منذ {day}، رد واحد} two {منذ {day}، ردان} few {منذ {day}، # ردود} many {منذ {day}، # ردًا} other {منذ {day}، # رد}}",
  "versions.first": "الإصدار الأول.",
  "versions.same": "لا تغيير مسجّل.",
  "versions.name": "اسم {version}",
  "versions.save": "حفظ الاسم",
  "versions.saved": "حُفظ الاسم.",
  "versions.unsaved": "لم يُحفظ الاسم.",
  "versions.none": "لا شيء",
  "versions.model": "النموذج: من {before} إلى {after}",
  "versions.search": "البحث: من {before} إلى {after}",
  "versions.verifier": "نموذج التحقق: من {before} إلى {after}",
  "versions.prompt": "تغيّر التوجيه",
  "versions.verifier-prompt": "تغيّر توجيه التحقق",
  "versions.program": "حُدّث Replywright",
  "versions.team": "تغيّر نص التعريف بالفريق",
  "versions.memories": "تغيّرت الذاكرة",
  "versions.unrecorded": "لم تكن تغييرات الإعدادات مسجّلة بعد",
  "versions.voice": "الأسلوب «{name}»: الإصدار {version}",
  "versions.voice.removed": "أزيل الأسلوب «{name}»",
  "versions.playbook": "دليل الإجراءات «{name}»: الإصدار {version}",
  "versions.playbook.removed": "أزيل دليل الإجراءات «{name}»",
  "versions.pages": "صفحات مستوردة: {imported}، محذوفة: {removed}"
}
