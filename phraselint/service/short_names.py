"""Given names and their short forms: Jim for James, Greg for Grzegorz. One family a line, the full names first.

Two full names of one family are two names (Julia, Julie); a short form is a form of every full name of its family, and
of the other short forms. Names without short forms follow.
"""

from functools import cache

from phraselint.service.given_names import GIVEN_NAMES

_FAMILIES = """
aaron | ron ronnie
abdul abdullah abdel abdulrahman | abdu
abigail | abby abbie gail
abraham | abe bram
adalbert adelbert | bert
adelaide | adele addie heidi
adelheid | heidi
adrian adriano | ade adri
agnes agnieszka | aggie aga
alan allan allen | al
albert alberto adalberto | al bert bertie berto
alejandro alessandro alexandre | alex al alec ale sandro sandy xander lex sasha sascha alek lexi jandro
aleksandr alexander aleksander alexandros | alex al alec ale sandro sandy xander lex sasha
aleksandr alexander aleksander alexandros | sascha alek lexi jandro
alexandra aleksandra alessandra alejandra | alex ale sandra sasha ola lexi lexie xandra sandy
alexis | alex lexi
alfred alfredo alfonso | alf alfie fred freddie al
alice alicia alison allison | ali allie ally
alistair alasdair | al ali
amanda | mandy
amelia amelie | amy millie mel
anastasia anastasiya | ana nastya stacy
andrea | andi andie
andrew andre andreas andrei andrzej anders andres | andy drew andi
angela angelica angelina | angie ange
angelo | ange
anna anne anna-maria annemarie annabel annabelle anneliese annalena | annie ann anni nan ania anya
antonia antonella | toni tonia
anthony antonio antony anton antoine | tony ant toni tono
archibald | archie
arnold arnaud | arnie arne
arthur artur arturo | art artie
ashley | ash
augustus augustin august | gus
barbara barbora | barb barbie babs babsi basia bobbie
bartholomew bartosz bartlomiej | bart bartek
beatrice beatrix beatriz | bea bee trixie
belinda | bel lindy
benedict benedikt benjamin | ben benny bennie benji benjy
bernadette | bernie
bernard bernhard bernardo bernd | bernie bern
bertha roberta alberta | bertie berta bobbie
bethany | beth
bradley bradford | brad
brandon | bran
brenda brendan | bren
bridget brigitte birgit | biddy gitte bridie gitti
calvin | cal
cameron | cam
carmela carmelita carmen | mela
caroline carolina carolyn karoline | carol carrie caro line carly
carlos | carlitos
cassandra | cass cassie sandra
catherine cathryn katherine katharine kathryn | cath cathy cat kate katie kathy katy kat kath
catherine cathryn katherine katharine kathryn | kit kitty katja katya kasia trina kati cata kathi
catherine cathryn katherine katharine kathryn | kay
kathleen katharina katrin | cath cathy cat kate katie kathy katy kat kath
kathleen katharina katrin | kit kitty katja katya kasia trina kati cata kathi
kathleen katharina katrin | kay
kathrin katarina katarzyna ekaterina yekaterina | cath cathy cat kate katie kathy katy kat kath
kathrin katarina katarzyna ekaterina yekaterina | kit kitty katja katya kasia trina kati cata kathi
kathrin katarina katarzyna ekaterina yekaterina | kay
caterina catarina catalina | cath cathy cat kate katie kathy katy kat kath
caterina catarina catalina | kit kitty katja katya kasia trina kati cata kathi
caterina catarina catalina | kay
cecilia cecily cecile | cece celia
charles charlie | chuck chas chaz charly
charlotte | lotte lottie charlie char lotta
chester | chet
christian christiane christiano kristian | chris kris
christina christine christiane | chris chrissy tina kris krissy christa stina chrissie kiki
kristina kristin kristine kirsten | chris chrissy tina kris krissy christa stina chrissie kiki
christopher christoph christophe krzysztof cristobal kristoffer | chris kit topher kris toph
clarissa clara | clare
clement clemens | clem
clifford clifton | cliff
clinton | clint
constance constanze | connie conny
cornelius | neil con kees cor corney
cornelia | nele conny nelly connie
curtis | curt
cynthia lucinda | cindy cyndi
daniel danilo daniil | dan danny dani
daniela danielle daniella | dani danny elle
david davide dawid | dave davey davy
deborah debra | deb debbie debs
dennis denise | den denny
derek derrick | del rick
desmond | des
diana diane | di
dietrich dieter | didi
dimitri dmitry dmitri dimitrios | dima mitya dim
dolores | lola
dominic dominik dominique | dom nick nic
donald donovan | don donnie donny
dorothy dorothea dorota dorothee | dot dottie dolly dora thea dorle doro
douglas | doug dougie
duncan | dunc
dylan | dyl
edmund edward edwin eduardo edouard edgar eduard edoardo | ed eddie eddy ted teddy ned edu
eleanor eleonora eleonore elena | ellie nell nellie nora lena leni ella
elizabeth elisabeth elisabetta | liz lizzie lizzy beth betty bess bessie bette betsy
elizabeth elisabeth elisabetta | eliza elise elisa elsa ella ellie lisa libby lisbeth
elizabeth elisabeth elisabetta | liesel lise ilse izzy bella ela lilibet sissi belle
elizabeth elisabeth elisabetta | bel isa
elzbieta isabel isabella isabelle | liz lizzie lizzy beth betty bess bessie bette betsy
elzbieta isabel isabella isabelle | eliza elise elisa elsa ella ellie lisa libby lisbeth
elzbieta isabel isabella isabelle | liesel lise ilse izzy bella ela lilibet sissi belle
elzbieta isabel isabella isabelle | bel isa
emily emilia emilie | em emmy millie emmi
emma | em emmy
emmanuel manuel immanuel | manny manu manolo
enrique | quique kike
eric erik | rick ricky
ernest ernst ernesto | ernie
esther | essie
eugene eugen | gene
evelyn eva ewa eve | evie eve
ezekiel | zeke
felicity felicitas | fliss flick fee feli
ferdinand fernando | ferdi nando fer
florence florentine | flo flossie flora
florian | flo flori
frances francesca franziska francoise | fran fanny frankie franzi cesca fanni
francis francisco franz francesco francois franklin frank | frank fran frankie paco pancho franco franzl
frederick friedrich frederic frederik federico fredrik alfred | fred freddie freddy fritz rick fede
frederica friederike frederike | freddie frieda rike fritzi
gabriel | gabe gab gabi
gabriella gabriela gabriele gabrielle | gabby gabi gaby ella brielle
gareth gary garrett | gaz gary
gavin | gav
geoffrey jeffrey | geoff jeff
georg george georgios jorge giorgio yorgos | georgie
georgina georgia georgette | georgie gina
gerald gerhard gerard gerardo gerrit jerome | gerry jerry gerd gert ger
gertrude gertrud | trudy trude gerti gertie
gillian | gill jill gilly
gilbert gilberto | gil bert
giovanni giovanna | gianni vanni gio
giuseppe giuseppina | beppe peppe pino
gordon | gordy
grace | gracie
gregory gregor grzegorz grigori gregorio | greg gregg grisha grzesiek
guillermo | memo guille
gustav gustavo gustaf gustave | gus gusti
gwendolyn gwyneth | gwen wendy
harold harald harrison harry | harry hal
harriet | hattie harry
heather | heath
heinrich | heinz heiner heini
helen helena helene elena helga | nell lena nelly leni ellen
henry henri henrik hendrik | harry hank hal henk heiko rik
henrietta henrike henriette | etta hetty rike
herbert | bert herb bertie
hermann herman | manny
hilary hillary | hil
hildegard hildegarde | hilde hilda
howard | howie
hubert huberta | bert huub hub
hugh hugo | hughie
ignacio ignatius ignazio ignaz | nacho iggy
imogen | immy
irene irina | ira rene
isaac | ike zac
isabel isabella isabelle | izzy bella belle isa
ivan | vanya
jacob jakob jakub jacobus | jake jack jaap kobe kuba coby
jacqueline | jackie jacqui
james | jim jimmy jamie jem jas jay jimbo
jan janek jens janusz | janek
jane janet janice janine janine | janie jan jenny
jason | jase jay
jasmine | jas jazz
jennifer jenna | jen jenny jenn
jeremy jeremiah | jem jerry jez
jessica | jess jessie jessy
joachim joaquin joaquim | jochen jo achim quim
joanna joanne johanna joan | jo joey hanna janna asia joasia
johannes | hannes hans jo johann
john jonathan jonas jonah | jon johnny jack jock jonny jonty
jonathan | nathan
jordan | jordy
joseph josef jose jozef joaquin | joe joey jo jos pepe chepe sepp beppe
josephine josefine josefina josephina | jo josie posy pepa fine
joshua | josh
joyce | joy
juan | juanito
judith | judy jude
julia julie juliet juliette giulia juliana juliane | jules jule
julian julius juliano | jules
justin justine | jus
karen | kaz caz
karl carl | kalle
kenneth | ken kenny
kevin | kev
kimberly kimberley | kim kimmy
konrad conrad | kurt con conny
konstantin constantine konstantinos | kostya konsti kostas gus
kurt | kurti
laurence lawrence lorenz lorenzo laurent lars | larry laurie lory enzo renzo
laura lauren laurel | laurie lori lolly
leah | lea
leonard leonardo leonhard leon leander | leo len lenny leo
leopold | leo poldi
leslie lester | les
lewis louis luis luigi ludwig ludovic lodewijk | lou louie lew lutz
lillian liliana lilian | lil lily lilly lili
linda belinda melinda | lindy lin
louise louisa luisa | lou lulu
lucas lukas lukasz luca | luke luc luca lukasch
lucy lucia lucille lucinda | lu luce lucie
madeleine madeline magdalena magdalene | maddie maddy lena madge magda leni mads
malcolm | mal malc
malgorzata | gosia
manuela | manu ela
marcus markus marcos marco | mark marc marek
margaret margarita margarete | maggie meg peggy marge margie madge greta gretchen rita
margaret margarita margarete | daisy peg mags margot grete margit maisie gitta
margarethe marguerite margareta | maggie meg peggy marge margie madge greta gretchen rita
margarethe marguerite margareta | daisy peg mags margot grete margit maisie gitta
maria mary marie mariam miriam | mia moll molly polly mitzi mimi mamie masha ria mae
marianne marion marian | mary anne
marilyn marlene | mari lyn lene lena
marjorie | marge margie
martha marta | marty mattie
martin martijn | marty mart tijn
martina | tina
mateusz matthew matthias matteo mateo matthieu mathias mattias | matt matty mat mati hias matze teo
matilda mathilda mathilde | tilly mattie tilda matty
maureen | mo reen
maurice moritz | mo
maximilian maxim maksim maxime maxwell maximo | max maxi
megan meghan | meg
melanie melissa melinda | mel lissa missy melly
melvin | mel
mercedes | mercy merche
michael michal miguel michel mikhail | mike mick mickey mikey micky micha misha mitch michi
michael michal miguel michel mikhail | mikkel
mikael michele | mike mick mickey mikey micky micha misha mitch michi
mikael michele | mikkel
michaela michelle michele mikaela | micha michi shell chelle mich kayla
mildred | millie
miranda | randy mira
mitchell | mitch
mohammed mohamed muhammad mohammad mehmet | mo moh hamid
monica monika | mon moni
montgomery montague | monty
morgan moses mohan | mo moe
natalie natalia natasha natalya nathalie | nat nattie tasha nati
nathan nathaniel | nate nat
neil neal niall | nilly
nicholas nicolas nikolai nikolaus niklas mikolaj | nick nicky nico nic klaus claus kolya niko nik klas
nicole nicola nicoletta | nicky nikki nic nico cole
nora norah honora eleanor | nonie
norman norbert | norm bert
octavia | tavi
oliver olivier | ollie olly oli
olivia | liv livvy ollie
oscar oskar | ossie
oswald | ozzie ossi
pamela | pam pammy
patricia patrizia | pat patty trish tricia patsy tish trisha patti
patrick patrik padraig patricio patryk | pat paddy rick pato
paul pablo paulo paolo pavel pawel | pauly pavlik
paula pauline paulina | polly pauli
penelope | penny pen
percival | percy
peter pedro piotr petr pieter pietro pjotr | pete petey piet pit perico
petra | petri
philip phillip philippe felipe philipp filip | phil pip flip lippo
philippa | pippa pip phil
phyllis | phyl
priscilla | cilla prissy
prudence | prue
rachel rachael raquel | rach rae shelly
rafael raphael raffaele rafal | rafa raf raffi rafi
ralph | rafe
randolph randall | randy
raymond raimund ramon | ray
rebecca rebekah rebekka | becky becca bex becks reba bekki
reginald | reg reggie
reinhard reinhold | reini
richard ricardo riccardo ryszard | rick ricky dick rich richie dickie ritchie rico
robert roberto robin rupert | rob bob bobby robbie bert bobbie berto
roderick | rod roddy rick
rodney | rod
roger rodrigo | rog rodge
roland rolf rolando | rolly roli
romana roman | romy
ronald | ron ronnie ronny
rosalind rosamund | ros roz rosie
rose rosa rosalie rosanna rosalia rosemary rosemarie roseanne | rosie rose romy rosi
rowena | ro
rudolf rudolph | rudy rudi rolf dolf
russell | russ rusty
ruth | ruthie
salvador salvatore | sal chava sally turi toto
samantha | sam sammy
samuel samson | sam sammy
sandra | sandy sandi
sarah sara | sally sadie sal
scarlett | scar
sebastian sebastien bastian | seb bastian basti bas bastien sebi
sergei sergio sergej sergiu | serge seryozha
serena | rena
sharon | shaz shari
sheila | she
shirley | shirl
siegfried sigmund sigrid | siggi sigi ziggy siri
sidney sydney | sid syd
silvester sylvester | sly
simon simone | sim simi
solomon salomon | sol solly
sofia sophia sophie sofie zofia | soph zosia fia sonja sonia
stanley stanislaw stanislav | stan staszek stas
stefan stephen steven stephan etienne esteban stefano | steve stevie stef steffen steph
stefanie stephanie stefania | steph stef steffi stephie
stuart stewart | stu stew
susan susanna susanne suzanne zuzana susana | sue susie suzie suzy sanna sanne su susi
svetlana | sveta lana
sylvia silvia | syl silvi
tabitha | tabby
tamara | tammy tam
tatiana tatjana tatyana | tanya tania
terence terrence | terry tel
theodor theodore teodor fedor | theo ted teddy tad
theresa teresa therese | terry tess tessa tracy resi tere
thomas tomas tomasz tommaso | tom tommy thom tomek
tiffany | tiff
timothy timotheus timotej | tim timmy timo
tobias | toby tobi tobe
ursula | uschi ulla urs ursel
ulrich | uli ulli
ulrike | uli rike ulla
valentina valerie valeria | val tina valya
vanessa | nessa
veronica veronika | ron ronnie vera vroni nika
victor viktor | vic vick
victoria viktoria | vicky vic tori vicki vikki toria vix
vincent vincenzo vicente vinzenz | vince vinnie vin enzo
viola violet | vi
virginia | ginny ginger gin
vladimir | vlad vova volodya
waldemar | wally waldi
wallace | wally
walter | walt wally wat
wilfred wilfried | will fred wilf freddie
wilhelmina wilhelmine | willa mina minnie wilma helma billie mien
william wilhelm willem guillaume vilhelm | will bill billy liam willie willy wim
winifred | winnie freda win
winston | win
wolfgang | wolf wolfi
woodrow | woody
xavier javier xaver | xavi javi
yevgeny evgeny | zhenya
yvonne | vonnie
zachary zacharias | zac zach zack zak
"""

_Family = tuple[frozenset[str], frozenset[str]]


@cache
def _families() -> dict[str, list[_Family]]:
    """The families of each name: the full names and the short forms."""
    found: dict[str, list[_Family]] = {}
    for line in _FAMILIES.strip().split("\n"):
        full, short = (frozenset(half.split()) for half in line.split("|"))
        for name in full | short:
            found.setdefault(name, []).append((full, short))
    return found


def given(name: str) -> bool:
    """Whether a word, folded, is a given name that we know."""
    return name in _families() or name in GIVEN_NAMES


def related(one: str, other: str) -> bool:
    """Whether of two names, folded, one is a short form of the other, or both are of a third."""
    if one == other:
        return True
    families = _families().get(one, ())
    return any(other in short or (one in short and other in full) for full, short in families)
