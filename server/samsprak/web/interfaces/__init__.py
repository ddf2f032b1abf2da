"""What interfaces for programs stand on: a route states what it takes and gives, and all else follows."""
