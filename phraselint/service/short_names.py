"""Which given names are forms of one another: Jim and James, Greg and Grzegorz. Each line is one family."""

from functools import cache

_FAMILIES = """
aaron ron ronnie
abdul abdullah abdel
abigail abby abbie gail
abraham abe bram ibrahim
adam ady addy
adelaide adele addie heidi
adrian ade
agnes aggie nessa
agnieszka aga
alan al allan allen
albert al bert bertie albrecht
alejandro alex ale jandro
aleksandra alexandra alex sandra sasha ola lexi lexie xandra
alessandro alex sandro ale
alexander alex al alec aleksander aleksandr alexandre sasha sascha sandy xander lex alek
alfred alf alfie fred freddie alfredo
alice ali allie alicia alison ally
alistair alastair al ali
amanda mandy manda
amelia amy millie mel
anastasia ana nastya stacy
andrea andi andie
andrew andy drew andre andreas andrei andrej andres andrzej anders andrea
angela angie ange angelica
anna ann anne annie ana anja anya anita annette hanna hannah nan nancy
anneliese anne liese lisa
anthony tony antony ant anton antoine antonio toni toño
antonia toni tonia
archibald archie
arnold arnie arne
arthur art artie arturo artur
ashley ash
augustus gus august
barbara barb barbie babs babsi bobbie basia
bartholomew bart
bartosz bartek bart
beatrice bea bee beatrix beatriz trixie
benedict ben benny bennie
benjamin ben benny benji benjy
bernadette bernie detta
bernard bernie bernhard bernd bernardo
bertha bertie berta
bradley brad
brenda bren
brendan bren
bridget bridie biddy brigitte birgit gitte
calvin cal
cameron cam
carlos charles carl carlo charlie
carmen carmela
caroline carol carrie caro carolyn carolina karoline line
casper caspar kasper jasper
cassandra cass cassie sandra
catherine cathy cath cat kate katie kathy katherine katharine kathryn kathleen kay kit kitty katharina katrin kathrin katja katya catarina catalina caitlin ekaterina trina katarzyna kasia karin
cecilia cecily cece celia silke
charles charlie chuck chas chaz charly karl carl karel
charlotte lotte lottie charlie char lotta
chester chet
christian chris christo kristian
christina chris chrissy tina christine kristina kristin kristine christa krista kirsten stina
christopher chris kit topher kris christoph christophe krzysztof krzys cristobal stoffel
clara clare claire klara
clement clem
clifford cliff
clinton clint
constance connie
cornelius neil con kees cor
cornelia nele conny nelly
curtis curt kurt
cynthia cindy cyndi
daniel dan danny dani daniil danilo
daniela dani danielle danni
david dave davey davy dawid davide
deborah deb debbie debs debra
dennis denny den denis
derek del
desmond des
diana di diane dee
dietrich dieter dirk
dimitri dima dmitry dimitrios mitya
dolores lola lolita
dominic dom dominik nick nic domenico
donald don donnie donny
donna don
dorothy dot dottie dolly dorothea dora thea dorota dorte
douglas doug dougie
duncan dunc
dylan dyl
edmund ed eddie ted ned
edward ed eddie eddy ted teddy ned eduardo edouard eduard edu
edwin ed eddie
eleanor ellie nell nellie nora lenore eleonora leonor
elisabeth elizabeth liz lizzie lizzy beth betty bess bessie bette betsy eliza elise elisa elsa ella ellie lisa libby lisbeth liesel lise ilse isabel izzy bella isabella isabelle elspeth elzbieta ela lilibet lisette bettina
emily em emmy millie emilia
emma em emmy
emmanuel manny manu immanuel manuel manolo
enrique henry quique kike
eric rick erik erich
ernest ernie ernst ernesto
esther essie hester
ethel thel
eugene gene eugen evgeny zhenya
eva eve evie ewa
evelyn eve evie lyn
ezekiel zeke
felicity fliss flick fee
ferdinand ferdi nando fernando
florence flo flossie flora
frances fran fanny frankie francesca franziska franzi cesca fanni
francis frank fran frankie francisco paco pancho franz francesco franco frans francois franek
franklin frank
frederick fred freddie freddy rick fritz friedrich frederic frederik federico fredrik
frederica freddie frieda friederike rike
gabriel gabe gab gabi
gabriella gabby gabi gaby gabriele ella gabriela brielle
gareth gaz gary
gavin gav
geoffrey geoff jeff jeffrey
georg george jorge giorgio jurgen york jorg joris yuri jerzy
georgina georgie gina georgia georgette
gerald gerry jerry gerhard gerd gert
gerard gerry ger gerardo
gertrude trudy trude gerti gertie
giacomo jack jacopo
gillian gill jill gilly
giovanni gianni john vanni
giuseppe beppe peppe joseph pino
gordon gordy
grace gracie
gregory greg gregg gregor grzegorz grigori grisha grzesiek
guillermo memo william guille
gustav gus gustavo gustave
gwendolyn gwen wendy
hans johannes hannes johann
harold harry hal harald
harriet hattie harriett harry
harrison harry
heather heath
heinrich heinz heiner henry
helen nell ellen helena lena elena nelly helene helga ileana
henry harry hank hal henrik hendrik henri henk enrico heiko
henrietta etta hetty henrike rike
herbert bert herb bertie
herman manny hermann
hieronymus jerome ronny
hilary hil
hildegard hilde hilda
howard howie
hubert hugh bert huub
hugh hughie hugo huw
humphrey hump
ian iain
ignacio nacho ignatius inigo ignaz
imogen immy
irene rene irina ira
isaac ike zac isak
isidore izzy
ivan vanya john
jacob jake jakob jacques jack jaap kobe cobus jakub kuba jacobus
jacqueline jackie jacqui jaclyn
james jim jimmy jamie jem jas jay seamus hamish jaime
jan john janek jens
jane janie jenny jan janet jean jeanne joan johanna janice
janet jan
janice jan
jason jase jay
jasmine jas yasmin
jean john
jennifer jen jenny jenna jenn
jeremy jem jerry jez jeremiah
jerome jerry
jessica jess jessie jessy
joachim jochen jo achim joaquin quim
joanna jo joanne joan johanna joasia hanna janna asia
john jon johnny jack jock ian sean johannes juan jean giovanni ivan joao jan hans
jonathan jon jonny jonty nathan
jordan jordy
jose pepe chepe joseph
joseph joe joey jo jos josef jose jozef giuseppe sepp yusuf youssef
josephine jo josie fifi posy josefine josefina pepa
joshua josh
joyce joy
juan john juanito
judith judy jude jutta
julia jules julie jule juliet juliette giulia
julian jules julius
justin jus
karen kaz caz
karl carl charles kalle
katarina kata kat kati
keith kei
kelly kel
kenneth ken kenny kent
kevin kev
kimberly kim kimmy
konrad kurt conrad con
konstantin kostya konsti costa constantine gus
lachlan lachie
laura laurie lori lora lauren laure
lawrence larry laurie lars lorenz lorenzo laurence laurent lauritz
leah lea
leonard leo len lenny leon leonardo leonhard
leopold leo poldi
leroy roy
leslie les
lester les
lewis lew louis
lillian lily lil lilly liliana lili
linda lindy lin belinda melinda
louis lou louie lewis luis ludwig luigi lodewijk luiz ludovic
louise lou lulu luisa lou louisa
lucas luke luc luca lukas lukasz
lucy lu lucille lucia luce lucinda cindy luzia
ludwig lutz wiggerl
lydia lyddie liddy
mackenzie mac
madeleine maddie maddy madeline lena magda magdalena madge leni
malcolm mal malc
malgorzata gosia
manuel manny manolo manu
manuela manu ela
marcus mark marc marco marek markus marcos marcel
margaret maggie meg peggy marge margie madge greta gretchen rita daisy peg mags margot marguerite margarita margarethe margarete grete margit maisie
maria mary marie mia moll molly polly mitzi mimi mamie maryam miriam mariana marion marian maja maika marija masha
marianne mary anne
marilyn mari lyn
marjorie marge margie jorie
marlene lena marla
martha marty mattie marta patty
martin marty mart martijn tijn
martina tina
mary molly polly mae maria
mateusz mati mateo matt matthew
matilda tilly mattie mathilda tilda thilda matty mathilde
matthew matt matty mat matthias mathias matteo matthieu mattias matti hias mateo matze
maureen mo reen
maurice mo moritz morris
maximilian max maxi maxim maksim
maxwell max
megan meg
melanie mel
melissa mel lissa missy
melvin mel
mercedes mercy merche
michael mike mick mickey mikey micky michel miguel michal mikhail misha mikael mitch michi mikkel micha
michelle shell chelle mich michele
mildred millie
miranda randy mira
mitchell mitch
mohammed mo mohamed muhammad mohammad moh mehmet hamid
monica mon moni monika
montgomery monty
morgan mo
moses mo moe
muriel mu
natalie nat nattie natalia natasha natalya tasha
nathan nate nat
nathaniel nate nat nathan
neil neal niall nils
nicholas nick nicky nico nic nicolas nikolai klaus claus niklas kolya niko nikolaus mikolaj
nicole nicky nikki nic nicola nico cole
noah noe
nora norah honora eleonore
norman norm
octavia tavi
oliver ollie olly oli olivier noll
olivia liv livvy ollie livia
oscar ossie oskar
oswald ozzie
pamela pam pammy
patricia pat patty trish tricia patsy tish trisha
patrick pat paddy rick patrik padraig patricio patryk
paul pauly pablo paulo paolo pavel pawel pal
paula pauline polly pauli paulina
penelope penny pen
percival percy
peter pete petey pedro pierre piotr petr pieter piet pit petra pietro pjotr
philip phil pip filip philippe felipe philipp flip
philippa pippa pip phil
phyllis phyl
priscilla cilla prissy
prudence prue
rachel rach rae raquel rachael shelly
rafael rafa raf raphael raffi rafal
ralph rafe
randolph randy
raymond ray raimund ramon
rebecca becky becca bex becks rebekah reba
reginald reg reggie
reinhard reini
reinhold reini
ricardo rick rico riccardo
richard rick ricky dick rich richie dickie ritchie ricardo ryszard
robert rob bob bobby robbie bert robin roberto bobbie rupert ruprecht
roberta bobbie berta
roderick rod roddy rick
rodney rod
roger rog hodge ruediger rudiger
roland rolly rolf
ronald ron ronnie ronny
rosalind ros roz
rose rosie rosa rosalie rosemary rosanna rosalia roos
roseanne rosie rose anne
rosemary rosie rose romy
rowena ro
rudolf rudy rudi rolf dolf
russell russ rusty
ruth ruthie
salvador sal chava
salvatore sal sally turi toto
samantha sam sammy
samuel sam sammy samu
sandra sandy
sarah sally sara sadie sal
scarlett scar
sean shaun shawn
sebastian seb bastian basti bas bastien sebi
sergei sergio serge seryozha
serena rena
sharon shaz shari
sheila she
shirley shirl
siegfried siggi sigi
sigrid siri siggi
sidney sid syd
silvester sly sylvester
simon sim simone si
solomon sol solly
sofia sophie sofie sophia zofia zosia sonja sonia fia
stanley stan
stanislaw stan staszek stas
stefan stephen steven steve stevie stef steffen stephan etienne esteban stefano stevo szczepan
stephanie steph stef steffi stephie
stuart stu stewart stew
susan sue susie suzie suzy suzanne susanna susanne zuzana sanna sanne su
svetlana sveta lana
sylvia syl silvia
tabitha tabby
tamara tammy tam
tatiana tanya tania
terence terry tel terrance
theodor theo ted teddy tad theodore teodor fedor
theresa terry tess tessa tracy teresa therese resi tere
thomas tom tommy tomas thom tomasz tomek massimo tommaso
tiffany tiff
timothy tim timmy timo timotheus
tobias toby tobi tobe
uwe uwi
ursula uschi ulla urs ursel
ulrich uli ulli
ulrike uli rike ulla
valentina val tina valya
valerie val
vanessa nessa vanni
veronica ron ronnie vera vroni nika veronika
victor vic viktor vick
victoria vicky vic tori vicki vikki toria viktoria vix
vincent vince vinnie vin vinzenz enzo vincenzo vicente
viola vi violet
virginia ginny ginger gin
vladimir vlad vova volodya
waldemar wally waldi
wallace wally
walter walt wally wat
wendy wen
werner wern
wilfred will fred wilf freddie
wilhelmina willa mina minnie wilma helma mien billie
william will bill billy liam willie willy wilhelm wim guillaume willem vilhelm gwilym bil
winifred winnie freda win
winston win
wolfgang wolf wolfi
woodrow woody
xavier xavi javier javi xaver
yolanda yola
yevgeny zhenya
yvonne vonnie eve
zachary zac zach zack zak
zoe zo
"""


@cache
def _numbers() -> dict[str, frozenset[int]]:
    """The lines on which each name stands."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_FAMILIES.split("\n")):
        for name in line.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def given(name: str) -> bool:
    """Whether a word, folded, is a given name that we know."""
    return name in _numbers()


def related(one: str, other: str) -> bool:
    """Whether two given names, folded, may be forms of one another."""
    numbers = _numbers()
    return bool(numbers.get(one, frozenset()) & numbers.get(other, frozenset()))
