import { withoutAccents } from "../../text/accents.ts"

/**
 * Words that say nothing about what is looked for: articles, pronouns, what joins sentences, question words, forms of "be", "have", "do", "can", "want" and
 * "must", greetings and thanks, and what of these is written short in a chat. Fewer than where sentences are compared: "after", "only", "without" or "all" tell pages
 * of rules apart, in every language. Japanese writes most of its own in kana, which are left out elsewhere.
 */
export const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: set("a an and are as at be been but by can could d did do does doing don for from had has have having he her here him his how i if in into is it its just ll m may me my no nor not of on or our out over own re s she should so some such t than that the their them then there these they this those through to too under up us ve very was we were what when where which while who whom why will with would you your yes ok okay thanks thank please hi hello"),
  de: set("der die das den dem des ein eine einen einem einer eines und oder aber als am an auf aus bei beim durch für im in ins mit über um unter vom von zu zum zur da dann denn dass wenn wie ob weil so sowie sehr " +
    "ich du er sie es wir ihr mich mir dich dir ihn ihm ihnen uns euch sich man mein meine meinen meinem meiner meines dein deine sein seine seinen seinem seiner ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer euer eure " +
    "dies diese diesen diesem dieser dieses jene welche welcher welches welchen welchem was wer wem wen wo wann warum wieso wieviel viel viele etwas " +
    "bin bist ist sind seid sei war waren wäre habe hast hat haben habt hatte hatten hätte hätten werde wirst wird werden wurde wurden würde würden kann kannst können könnt konnte konnten könnte könnten will wollen möchte möchten soll sollen sollte sollten darf dürfen muss müssen tun tut macht machen " +
    "nicht ja mal eben doch auch hier her hin dabei dafür damit daran darauf davon dazu hallo guten tag danke bitte gruß grüße freundliche freundlichen mfg ok"),
  fr: plainToo("l le la les un une des d de du et ou ni mais que qu si or car donc à au aux avec dans en entre par pour sur chez comme quand où jusqu jusqu'à puisque puisqu lorsque lorsqu " +
    "j je tu t il elle on nous vous ils elles me m te se s moi toi lui leur leurs eux soi y mon ma mes ton ta tes son sa ses notre nos votre vos " +
    "c ce ceci cela ça cet cette ces celui celle ceux celles n ne pas qui quoi quel quelle quels quelles lequel laquelle dont comment combien pourquoi parce même très trop tant aussi tel telle quelque quelques tout toute tous toutes alors ainsi là ici bien oui " +
    "être suis es est sommes êtes sont étais était étions étiez étaient serai sera serons serez seront serais serait seriez seraient sois soit soyez été étant " +
    "avoir ai as a avons avez ont avais avait avions aviez avaient eu aurai aura aurez auront aurais aurait auriez auraient aie ait ayez aient ayant " +
    "faire fais fait faites font faisait ferai fera ferez ferait fasse pouvoir peux peut pouvons pouvez peuvent pouvais pouvait pourrai pourra pourrez pourrais pourrait pourriez pourraient puisse " +
    "veux veut voulons voulez veulent voulais voulait voudrais voudrait voudrions veuillez dois doit devons devez doivent devrais devrait vais vas va allons allez vont faut " +
    "bonjour bonsoir salut coucou merci cordialement madame monsieur messieurs svp stp ok jai cest ya"),
  es: plainToo("el la lo los las un una unos unas y e o u ni pero que si pues a al ante con de del en entre para por como cuando donde porque " +
    "yo tú él ella ello ellas ellos nosotros nosotras vosotros vosotras usted ustedes uds ud vd vds me te se nos os le les mí ti conmigo mi mis tu tus su sus mío mía míos mías suyo suya suyos suyas " +
    "nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras este esta esto estos estas ese esa eso esos esas aquel aquella aquello aquellos aquellas " +
    "qué quién quien quiénes quienes cuál cual cuáles cuales cuándo dónde adónde cómo cuánto cuánta cuántos cuántas algún alguna alguno algunas algunos algo tan tanto muy así no también ya sí " +
    "ser soy eres es somos sois son era eras éramos eran fui fue fuimos fueron sea seas seamos sean será serán sería serían siendo sido " +
    "estar estoy estás está estamos estáis están estaba estabas estábamos estaban estuve estuvo estuvieron esté estén estará estarán estaría " +
    "haber he has ha hemos habéis han había habías habíamos habían hubo hubiera hubiese haya hayas hayan habrá habrán habría habrían habiendo habido hay " +
    "tener tengo tienes tiene tenemos tenéis tienen tenía tenían tuve tuvo tuvimos tuvieron tenga tengas tengan tendrá tendrán tendría tendré teniendo tenido " +
    "hacer hago haces hace hacemos hacéis hacen hacía hacían hice hizo hicimos hicieron haga hagas hagan haré hará harán haría haciendo " +
    "poder puedo puedes puede podemos podéis pueden podía podían pude pudo pudimos pudieron pueda puedas puedan podré podrá podrán podría podrías podríais podrían pudiera pudieran " +
    "quiero quieres quiere queremos queréis quieren quería querían quisiera quisiéramos querría voy vas va vamos vais van debo debe deben debería deberían " +
    "hola buenas buenos tardes noches gracias saludo saludos favor señor señora señores ok porfa porfi xfa q xq pq tb"),
  pt: plainToo("o a os as um uma uns umas e ou nem mas que se pois à ao aos às com da das de dela delas dele deles do dos em entre na nas no nos num numa para pra pro por pela pelas pelo pelos como quando onde porque " +
    "eu tu você vocês vc vcs ele ela elas eles nós me te lhe lhes vos mim ti si comigo connosco conosco mo lho lo la los las meu meus minha minhas teu tua teus tuas seu seus sua suas nosso nossa nossos nossas vosso vossa " +
    "este esta isto estes estas esse essa isso esses essas aquele aquela aquilo aqueles aquelas deste desta disto desse dessa disso neste nesta nisto nesse nessa nisso " +
    "quê quem qual quais quanto quanta quantos quantas porquê algum alguma alguns algumas algo tão tanto muito muita assim não também já lá cá aí aqui " +
    "ser sou és é somos são era eras éramos eram fui foi fomos foram seja sejam será serão seria seriam fosse fossem sendo sido " +
    "estar estou estás está estamos estão estava estavam estive esteve estiveram esteja estejam estará estaria tá tô tava " +
    "haver há havia haja houve houver haverá ter tenho tens tem temos têm tinha tinham tive teve tivemos tiveram tenha tenham tiver terei terá terão teria teriam tendo tido " +
    "fazer faço fazes faz fazemos fazem fazia fiz fez fizemos fizeram faça façam fizer farei fará faria fazendo " +
    "poder posso podes pode podemos podem podia podiam pude pôde puderam possa possam puder poderei poderá poderão poderia poderiam " +
    "quero queres quer queremos querem queria queríamos queriam vou vais vai vamos vão deve devem devia deveria " +
    "olá oi boa bom tarde noite caros exmos obrigado obrigada obg cumprimentos atenciosamente senhor senhora senhores favor ok q pq tb tbm né"),
  ja: set("方 場合 事 際 等 様 何 私 ご お 御 的 後 中 こと もの ため とき 可能 よう お世話")
}

function set(words: string): Set<string> {
  return new Set(words.split(" "))
}

/** In these languages accents are left out in a hurry. (In German "ware" is no "wäre".) */
function plainToo(words: string): Set<string> {
  return set(`${words} ${withoutAccents(words)}`)
}
