"""What other programs call the keys and channels of a record: a note names the right word, none is taken for it."""

from __future__ import annotations

from phraselint.model.conversation import Channel

_CHANNELS = {
    Channel.EMAIL: "mail gmail outlook",
    Channel.CHAT: "whatsapp messenger facebookmessenger telegram signal imessage viber wechat line web website widget "
    "webchat livechat inapp",
    Channel.SOCIAL: "instagram facebook twitter x tiktok linkedin reddit youtube mastodon bluesky review reviews",
    Channel.VOICE: "phone telephone call calls video",
    Channel.SMS: "text textmessage mms",
    Channel.TICKET: "case form webform contactform helpdesk",
    Channel.INTERNAL: "note notes internalnote private privatenote",
}
"""In small letters and digits."""


_MESSAGE = {
    "timestamp": "time date datetime ts created createdat createdtime createdon sent sentat senttime receivedat",
    "author": "name user username authorname sendername fromname displayname",
    "turn": "index seq sequence position messageno messagenumber",
    "channel": "medium platform",
}
_ABOUT = {
    "conversation_id": "id conversation conversationno threadid chatid sessionid dialogid dialogueid",
    'customer: {"name": ...}': "customername clientname client",
    'customer: {"email": ...}': "customeremail clientemail",
    'agent: {"name": ...}': "agentname",
    "status": "state ticketstatus conversationstatus",
    "segment": "customersegment tier",
    "timezone": "tz",
    "fields": "customfields metadata attributes",
}
_PERSON = {
    "name": "firstname fullname displayname givenname username",
    "email": "mail emailaddress",
}
KEYS = {
    "row": {**_ABOUT, **_MESSAGE},
    "conversation": {**_ABOUT, "channel": "medium platform"},
    "messages": _MESSAGE,
    "customer": _PERSON,
    "agent": _PERSON,
}
"""By the place of a record, and in small letters and digits, what others call each key."""


def channel_meant(written: str) -> str | None:
    """The channel that a word stands for elsewhere, or that it is a slip of; None for neither."""
    plain = "".join(filter(str.isalnum, written.lower()))
    for channel, words in _CHANNELS.items():
        if plain in words.split():
            return channel
    from phraselint.book.nearest import nearest

    return nearest(written, Channel)
