"""Given names that have no short forms of their own, folded: what tells a name from another word."""

GIVEN_NAMES = frozenset(
    """
    aaliyah aamir abel abena ada adaeze adam adil aditi aditya agata agda aida aiden aiko aileen aino aisha
    akira alana alastor alba aldo alena alessia alfons alicja alina alma alva alvaro alvin amal amara amber
    amina amir amit amos amrita ananya anca anika anil anita anja anka anke ankit annika anouk ansel anselm
    antje anu anushka aoife april arash ari ariana arianna aric arjun arlene armin arno arun arwen asha ashok
    asif asta astrid athena aurelia aurora ava axel aya ayesha ayla aylin ayman ayse azra bao baptiste barack
    barra barry bashir basil beata bela benita berit beryl bettina beverly bharat bianca bjarne bjorn blake
    blanca bo bogdan boris boyd brian brianna briony britta brody bronwyn bruce bruno bryan bryce burak caleb
    camila camilla camille candice carina carla carlotta carole cassidy cathal celeste celina celine cem cesar
    chantal charis charlene chelsea chen cheng cherry cheryl chiara chidi chinedu chioma chloe ciara cillian
    claire clark claude claudia claudio clay cleo clive clyde cody colette colin colleen colm conan conor
    cooper cora coral coralie corinna corinne cormac cosima courtney craig crystal cyril cyrus dagmar dale
    dalia damian damien dana daphne daria dario darius darren dawn dean declan deepak delia delphine demi
    deniz denzel derya desiree detlef devin dexter dhruv dilan dina dinah dinesh dino dirk ditte doreen dorian
    doris dorit dov duane dustin dwayne earl ebba ebru ece edda edith edna edwina egon eileen eilidh einar
    ekin elaine eleni eli elias elif elijah elin elina eliot elke elliot ellis elmar elodie eloise elsbeth
    elvira elvis emeka emel emil emilio emin emine emir emre ender enid enrico eoin erica erika erin erna
    ernestine errol erwin esma esra estelle ester ethan eudora eun eunice evan ewan eylem ezra fabian fabien
    fabio fadi faisal faith falk farah farid faris fatima fatma fatou fay faye federica felipa felix femi
    femke fergus filippo finley finn fintan fiona flavia flavio fletcher frauke freya frida fynn gabor galina
    ganesh geert gemma genevieve gerda german gero gianluca gideon gisela giselle gita giulio glen glenda
    glenn gloria goran gorm graham grant griet gro gudrun guido gulsen gunnar gunther guy habib hadi hadiya
    hakan halil halima hamza hana hansjorg haruka haruki hasan hassan hatice hauke hazel hedda hedwig hektor
    helmut henning herta hiroshi hoa holger holly horst hussein ian ida idris ignace igor ilka ilona ilya iman
    imani imran ina indira ines inga inge ingeborg ingo ingrid inka iona iris irma irving isidor isla ismail
    ismet itzel iva ives ivo ivor ivy iwona izumi jade jaden jalen jamal jamila jana jannik jared jarek
    jaroslav jasmin jasper jette jia jin jing jocelyn jochem jodie joel johan joke jolanda jolene jonna joris
    jorn jorunn joseba josua juanita judit junaid juno jurek jurgen jutta kai kaja kajsa kamal kamil kamila
    karim karina karla karsten katinka kavita kaya kayleigh keiko keira kemal kendra kenji kerem kerry kerstin
    khadija khaled khalid kiara kieran kira kiran kirk klara knud knut koen kofi koji kornel krishna kuldeep
    kumar kwame kyle kyra lada laila lakshmi lamar lance lara larissa lasse latoya laurin lavinia layla leif
    leila leland lenard lennart lennox leona leonie leroy levent levi li lia lieke lien lilith lina ling
    linnea linus lionel liora livia lloyd logan lois lorcan loretta lorna lorraine lothar luana luciana
    luciano lucien ludger luna lupita lydia lyle lynn lynne madhu madison mahmoud maike malik malin malte
    manfred manon mara marah maren margaux margret margrit marija marijke marina marisa marit marja marla
    marlies marlon marvin marwan masood massimo matilde matti maud maura mauro maxine may maya meera mehdi mei
    meike melvyn mert merve meryem mesut mette micah mihai mika mila milan milena miles milo ming minh mirjam
    mirko misato miyu mona morag morten muhammed muna murat murdo murray musa mustafa myra myriam nabil nada
    nadia nadine nadja naima nairobi nana nanami naomi nasir nasrin natan nazim neha nelson nermin nestor neve
    niamh nikhil nikita nils nina nino nisha noel noemi noemie nolan nomsa noor nour nuno nuri nuria nurten
    oda odette odin olaf ole oleg olena olga olof omar ondrej oona ophelia orhan orla orlando orly orson osama
    osman otis ottilie otto ozan ozlem paige paloma paola parisa pascal patience pearl pelle per pernille
    perry petronella phoebe pia pierrick pilar poppy porter pradeep pranav prasad preeti priya priyanka
    przemek pyry qing quentin quincy quinn rahim rahul raisa raj rajesh rajiv ralf ramona rania raoul rashid
    rasmus ravi rebeca reece regina regine regis regula reiner remy renata renate renato renee reuben rex reza
    rhea rhiannon rhona rhonda rhys rikke riko riley rina roald robyn rocco rohan rohit roisin romeo ronan
    ronja roos rory rosario roslyn ross rowan roxana roxanne roya ruben ruby rui rune ryan sabina sabine
    sabrina saina sakura salma salome sami samir samira sana sandeep sander sanja sanjay santiago saoirse sari
    sarita satoshi saul savannah sebnem selim selin selma senan seren serkan seth sevda shane shanice shannon
    shauna shawna sheela shinji shreya shu sian sibel sidonie sienna sierra sigrun silas silke silvan simran
    sina sinan sinead siobhan sixten sjoerd skye solveig sonny soraya soren spencer stacey stella stellan sten
    stig suki suleyman sultan sumit sunil sunita suraj suresh suri svea sven svenja sybil sylvain sylvie taiwo
    takashi tamar tamika tamsin tanja tara tarek tariq tate taylor teagan tegan temitope terje thandi thelma
    thi thierry thijs thomasin thorsten tia tiago tiana till tilman tiril tomasa tomi tomislav tonya torben
    tore torsten tove travis trevon trevor trine tristan troy tuan turid tuula tyler tyra tyrone udo uma
    umberto umut una urban uriah uta ute vaclav valdis valentin valentine vasco vasile vasili veli verena
    verity vidar vigo vijay vikram vilma viveka vivian vivien vivienne volker wanda wanja warren wayne wei
    wenche wendel wendell wenke werner wes wesley whitney wibke wiebke wieland wilbur wojciech xenia xia xiao
    xin yael yan yang yanis yannick yara yash yasin yasmin yasmina yasmine ying yoko yolande yong yoshi yuki
    yuko yuna yunus yuri yusuf yves zainab zara zaynab zehra zeki zelda zeynep zhen ziad zlata zoltan zora
    zuri
    """.split()
)
