/**
 * Words that say nothing about what a sentence is about. Small lists on purpose: negations and modal verbs are in,
 * matter is not.
 */
const set = (words: string) => new Set(words.split(" "))

export const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: set(
    "a about above after again all also am an and any are aren't as at be because been before being below between both but by can can't cannot could did do does doesn't doing don't down during each few for from further get got had has have having he her here hers him his how i i'd i'll i'm i've if in into is isn't it it's its itself just let like may me might more most must my no nor not now of off ok on once one only or other our ours out over own please same shall she should so some such than that that's the their them then there these they they're this those through to too under until up us very was we we'd we'll we're we've were what when where whether which while who whom whose why will with within without won't would yes you you'd you'll you're you've your yours yourself"
  ),
  de: set(
    "ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist bitte da dabei dafür damit dann das dass dazu dein deine dem den denn der des deshalb die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch euer für gern gerne habe haben hat hatte hatten ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem innerhalb ins ist ja jede jedem jeden jeder jedes jetzt kann kannst kein keine keinen können könnte könnten man mehr mein meine meinem meinen meiner mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne sehr sein seine seit sich sie sind so sobald sollte sollten sondern sowie über um und uns unser unsere unserem unseren unserer unter vom von vor war waren was weil welche wenn werde werden wie wieder will wir wird wo wurde wurden zu zum zur zwar zwischen hallo danke guten tag gruß grüße freundliche freundlichen mfg einmal mal eben etwa schon daran darauf davon hierzu ihres unseres euren welcher welches wann wieso warum wer wem wen bereits bisher hier her hin gar ganz viel viele wenig zusammen geht gibt machen macht mache gemacht kommt kommen"
  ),
  fr: set(
    "à afin ai ainsi alors après as au aucun aucune aussi autre autres aux avait avant avec avez avoir avons bien c ça car ce cela celle celui ces cet cette ceux chaque chez comme d dans de depuis des deux dès donc dont du elle elles en encore entre es est et êtes étaient était été être eu fait il ils j je jusqu l la là le les leur leurs lors lorsque lui m ma mais me même mes moi mon n ne ni nos notre nous on ont ou où par pas pendant peut peuvent plus pour pouvez pouvons puis qu quand que quel quelle qui s sa sans se sera seront ses si soit sommes son sont sous sur t ta te tes toi ton tous tout toute toutes très tu un une va vers veuillez voici vos votre vous y bonjour bonsoir merci cordialement madame monsieur suis faire faut dois doit vais peux rien quoi dites toujours déjà ici oui trop beaucoup chose celui-ci lequel laquelle combien fois"
  ),
  es: set(
    "a al algo algún alguna algunos ante antes así aún aunque cada como con contra cual cuando de del desde donde dos durante e el él ella ellas ellos en entre era es esa esas ese eso esos esta está están estas este esto estos fue ha había han hasta hay he la las le les lo los más me mi mis mismo muy nada ni no nos nosotros nuestra nuestras nuestro nuestros o os otra otro para pero poco por porque pueda puede pueden puedo que qué quien se sea según ser será si sí sido sin sobre solo son su sus también tan te tiene tienen toda todas todo todos tras tu tus u un una unas uno unos usted ustedes vez y ya yo hola buenos buenas días tardes noches gracias saludo saludos hace hacer hago tengo dice decir ahora aquí cuánto cómo dónde cuándo cuál mí fueron estoy estamos favor bien ver va voy podría podrían quiero"
  ),
  pt: set(
    "a à ainda alguma algum ao aos apenas após as às até cada com como da das de dela dele depois desde deste do dos e é ela elas ele eles em entre era essa essas esse esses esta está estão estas este estes eu foi foram há isso isto já lhe lhes lo mais mas me mesmo meu minha muito na não nas nem no nos nós nossa nossas nosso nossos num numa o onde os ou para pela pelas pelo pelos pode podem por porque posso quando que quem são se seja sem ser será seu seus si só sobre sua suas também tem têm ter todas todo todos tu tudo um uma umas uns você vocês vos olá bom boa dia tarde noite obrigado obrigada cumprimentos faz fazer faço tenho estou estamos agora aqui aí lá quanto qual quais favor bem ver vou vai ir poderia quero la las los"
  ),
  ja: set("方 場合 事 際 等 様 何 私 ご お 御 的 後 中 こと もの ため とき 可能 よう お世話")
}
