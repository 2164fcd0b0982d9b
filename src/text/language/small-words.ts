import { STOP_WORDS } from "../words/stop-words.ts"

/**
 * What languages that the product doesn't write in say most often: articles, pronouns, prepositions, what questions and
 * greetings begin with. The product's own stand in `stop-words.ts`.
 */
const OTHERS: Readonly<Record<string, string>> = {
  it: "il lo la gli le un uno una di del della dei delle dello degli che chi cosa quale quali quando dove come perché quanto quanti quante è sono ho ha hanno abbiamo era erano non per con su da dal dalla nel nella al alla ai alle mi ti si ci vi se ma anche questo questa quello quella mio mia ciao buongiorno buonasera salve grazie prego vorrei posso molto più ancora",
  nl: "de het een en van ik je jij u hij zij ze wij we is zijn was waren heb hebt heeft hebben had niet geen wat wie waar wanneer waarom hoe welke welk hoeveel dat dit die deze op in aan met voor naar uit bij om te als maar ook nog er kan kunt kunnen wordt werd worden mijn uw hallo goedemorgen goedendag bedankt graag meer veel zou al",
  ca: "el la els les un una de del dels que qui què quin quina quan on com per què és són ha han va van no amb en al als a i o si més molt també aquest aquesta meu meva seu seva hola bon dia gràcies però ho hi ja encara quants quantes",
  ro: "un o de la în pe cu din și si ce cine care când cand unde cum cât câți câte este sunt a au am ai era erau nu că sa să se mai mult prin pentru după dintre lui ei lor al ale cel cea cei numele câtă fost fi bună salut mulțumesc vă rog îmi mi ne le acest această acestui acum încă",
  tr: "ve bir bu şu o ne kim kaç hangi nasıl neden niçin nerede nereye nereden zaman kadar için ile de da mi mı mu mü değil var yok olarak olan oldu gibi daha en çok ama ya sonra önce ben sen biz siz onlar benim bana sizin merhaba selam teşekkürler lütfen ise tarafından göre idi vardır hiç her nedir kimdir kimin neydi nelerdir",
  pl: "i w na z do że się nie jest są był była było co kto kiedy gdzie jak dlaczego który która które ile czy to ten ta tego dla od po przez przy za o a ale mam masz mój moja proszę dziękuję dzień dobry cześć już jeszcze tylko bardzo może można",
  cs: "a v na z do že se si není je jsou byl byla bylo co kdo kdy kde jak proč který která které kolik to ten ta pro od po při za o ale mám můj moje prosím děkuji dobrý den ahoj už ještě jen velmi může jsem bych",
  sk: "a v na z do že sa si nie je sú bol bola bolo čo kto kedy kde ako prečo ktorý ktorá ktoré koľko to ten tá pre od po pri za o ale mám môj moje prosím ďakujem dobrý deň ahoj už ešte len veľmi môže som by",
  hr: "i u na s za od do je su bio bila bilo što šta tko ko kada gdje kako zašto koji koja koje koliko to taj ta se ne nije nisu ali ili moj moja molim hvala dobar dan bok još samo vrlo može sam bi da li",
  sl: "in v na z za od do je so bil bila bilo kaj kdo kdaj kje kako zakaj kateri katera katero koliko to ta se ne ni niso ali moj moja prosim hvala dober dan živjo še samo zelo lahko sem bi da",
  hu: "a az egy és hogy nem van vannak volt voltak mi ki mikor hol hogyan miért melyik hány mennyi ez ezt azt is de ha meg már még csak nagyon lehet kérem köszönöm szia jó napot üdvözlöm én te ő mint után nekem",
  sv: "och i att det en ett som på är av för med den till inte var har hade vad vem när hur varför vilken vilket vilka hur många jag du vi ni han hon de min mitt er men eller om kan ska hej tack god dag från mycket också än",
  da: "og i at det en et som på er af for med den til ikke var har havde hvad hvem hvornår hvor hvordan hvorfor hvilken hvilket hvilke mange jeg du vi han hun de min mit men eller om kan skal hej tak goddag fra meget også jer",
  no: "og i at det en et ei som på er av for med den til ikke var har hadde hva hvem når hvor hvordan hvorfor hvilken hvilket hvilke mange jeg du vi han hun de min mitt men eller om kan skal hei takk god dag fra mye også dere",
  fi: "ja on ei että se hän ovat oli olivat mikä mitä kuka milloin missä miten miksi minkä kuinka monta paljon tämä tuo joka ole en minä sinä me te minun kun jos mutta myös vielä vain hei kiitos hyvää päivää olen olisi voisiko",
  is: "og í að það er ekki sem á var með um til en við hann hún þú ég hvað hver hvenær hvar hvernig hvers margir þetta eða frá fyrir halló takk góðan dag",
  et: "ja on ei et see ta oli mis kes millal kus kuidas miks milline mitu palju ma sa me te minu kui aga ka veel ainult tere aitäh palun ning oma",
  lv: "un ir nav ka tas bija kas kad kur kā kāpēc kāds kāda cik es tu mēs jūs mans bet arī vēl tikai labdien paldies lūdzu par uz no ar",
  lt: "ir yra nėra kad tai buvo kas kada kur kaip kodėl koks kokia kiek aš tu mes jūs mano bet taip pat dar tik laba diena labas ačiū prašau su iš į",
  sq: "dhe në të e i një që është janë ka ishte çfarë kush kur ku si pse cili cila sa nuk me për nga unë ti ne ju im por edhe përshëndetje faleminderit ju lutem",
  az: "və bir bu o nə kim neçə hansı necə niyə harada haraya üçün ilə də da deyil var yoxdur olan kimi daha çox amma mən sən biz siz mənim salam təşəkkür zəhmət",
  ms: "dan yang di ke dari untuk dengan ini itu adalah tidak apa siapa bila mana bagaimana mengapa kenapa berapa saya anda kami kita mereka dia pada dalam akan telah sudah belum ada boleh bisa tolong terima kasih halo hai selamat",
  tl: "ang ng mga sa na ay at ko mo ka ako siya kami tayo ito iyon hindi ano sino kailan saan paano bakit ilan alin para po salamat kumusta may wala lang pa",
  vi: "và là của có không một những các cái ai gì nào đâu khi sao thế bao nhiêu được trong cho với tôi bạn anh chị em chúng đã đang sẽ này đó người ở từ đến như nhưng cũng rất xin chào cảm ơn tên năm",
  eu: "eta da ez du dira zen zer nor noiz non nola zergatik zein zenbat hau hori bat ere baina nire kaixo eskerrik asko mesedez egun on",
  ru: "и в на не что кто как где когда почему какой какая какие каком какого сколько это этот эта с со к по из за от до для о об у был была было были есть нет я ты мы вы он она они мой ваш но или если уже ещё еще только очень можно здравствуйте привет спасибо пожалуйста который чем кем кого чего",
  uk: "і й в у на не що хто як де коли чому який яка які якого скільки це цей ця з із до по за від для про був була було були є немає я ти ми ви він вона вони мій ваш але або якщо вже ще тільки дуже можна добрий день вітаю привіт дякую будь ласка та",
  bg: "и в на не що какво кой коя кое кои как къде кога защо колко това този тази с със към по от за до о е са беше бяха има няма аз ти ние вие той тя те мой но или ако вече още само много може здравейте благодаря моля се да ли",
  sr: "и у на не шта ко како где када зашто који која које колико то тај та с са од за до је су био била било има нема ја ти ми ви он она они мој али или ако већ још само врло може здраво хвала молим се да ли",
  be: "і ў у на не што хто як дзе калі чаму які якая якія колькі гэта гэты з са да па за ад для пра быў была было ёсць няма я ты мы вы ён яна яны мой але або калі ўжо яшчэ толькі вельмі можна добры дзень дзякуй калі ласка",
  hi: "है हैं था थी थे के का की को में से पर ने और क्या कौन कब कहाँ कैसे क्यों कितने कितना कितनी किस किसने कौनसा यह वह ये वे मैं आप हम मेरा नहीं एक लिए साथ तक भी हो गया नमस्ते धन्यवाद कृपया",
  mr: "आहे आहेत होता होती होते आणि काय कोण केव्हा कुठे कसे का किती कोणत्या हा ही हे मी तुम्ही आम्ही माझे नाही एक साठी वर पण नमस्कार धन्यवाद कृपया",
  fa: "و در به از که این آن را با است برای چه کی کجا چگونه چرا چند کدام من شما ما نیست سلام ممنون لطفا هم یک بود شد",
  ur: "ہے ہیں تھا تھی کے کا کی کو میں سے پر نے اور کیا کون کب کہاں کیسے کیوں کتنے یہ وہ آپ ہم میرا نہیں ایک لیے بھی سلام شکریہ",
  ar: "في من إلى على عن ما ماذا من متى أين كيف لماذا كم أي هل هذا هذه ذلك التي الذي كان كانت هو هي هم أنا أنت نحن لا لم لن و أو مع بعد قبل مرحبا شكرا السلام عليكم فضلك"
}

/** Which languages say a word often. */
const SAID_IN = new Map<string, string[]>()
for (const [language, words] of [
  ...Object.entries(STOP_WORDS).map(([code, set]) => [code, [...set]] as const),
  ...Object.entries(OTHERS).map(([code, list]) => [code, list.split(" ")] as const)
]) {
  if (language === "ja") continue
  // Whoever types without accents says the same words.
  for (const word of new Set(
    words.flatMap((one) => [
      one,
      one
        .normalize("NFD")
        .replace(/(?<=[a-z]\p{M}*)\p{M}/gu, "")
        .normalize("NFC")
    ])
  )) {
    const before = SAID_IN.get(word)
    if (before) before.push(language)
    else SAID_IN.set(word, [language])
  }
}

/**
 * The share of a text's letters that stand in small words of each language, 0 to 1; a word of several counts for each
 * the less. @param text in lower case
 */
export function smallWordsIn(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  let letters = 0
  for (const word of text.match(WORD) ?? []) {
    letters += word.length
    const languages = SAID_IN.get(word)
    if (!languages) continue
    const share = word.length / Math.sqrt(languages.length)
    for (const language of languages) found.set(language, (found.get(language) ?? 0) + share)
  }
  return new Map([...found].map(([language, share]) => [language, share / letters]))
}

const WORD = /[\p{L}\p{M}]{1,30}/gu
